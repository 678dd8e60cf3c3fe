// The program printed the filter that it added, and the build took the library from the staged repository.
def log = new File(basedir, 'build.log').text
assert log =~ /\d+ block at FWPM_LAYER_ALE_AUTH_CONNECT_V4/
assert new File(basedir, 'target/modules').list().any { it =~ /^wfp4j-\d.*\.jar$/ }
