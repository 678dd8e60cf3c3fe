/** A program that blocks telnet. */
module com.example.telnetguard {
    requires io.github.wfp4j;
}
