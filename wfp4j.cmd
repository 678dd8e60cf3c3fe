@rem Untried on Windows so far. Builds the command wfp4j if it is missing (after a change of sources: mvn package), then runs it.
@if not exist "%~dp0scenarios\target\jdk-home" call mvn -B -q -f "%~dp0pom.xml" -pl scenarios -am package -Dmaven.test.skip=true -DskipFormat=true 1>&2 || exit /b 1
@for /f "usebackq delims=" %%j in ("%~dp0scenarios\target\jdk-home") do @"%%j\bin\java" -jar "%~dp0scenarios\target\wfp4j-scenarios.jar" %*
