using Landfall.Operations.Builds;

namespace Landfall.Operations.Tests.Builds;

public sealed class LogReaderTests
{
    [Fact]
    public void Read_CodeBuildsLog_IsCutAtTheCommandThatFailed()
    {
        var log = LogReader.Read("""
            [Container] 2026/11/26 10:00:00.000001 Entering phase PRE_BUILD
            [Container] 2026/11/26 10:00:00.000002 Running command npm run lint

            > api@1.0.0 lint
            [Container] 2026/11/26 10:00:03.000001 Running command npm test
            [31m✖ answers (1.5ms)[39m

            [Container] 2026/11/26 10:00:04.000001 Command did not exit successfully npm test exit status 1
            [Container] 2026/11/26 10:00:04.000002 Phase complete: PRE_BUILD State: FAILED
            """.Replace("[3", "\e[3", StringComparison.Ordinal));

        Assert.Equal(("npm test", 1, false), (log.Step, log.ExitCode, log.Succeeded));
        Assert.Equal([new BuildLine(6, "✖ answers (1.5ms)"), new BuildLine(7, "")], log.Failed);
        Assert.Contains(new BuildLine(4, "> api@1.0.0 lint"), log.Before);
    }

    [Fact]
    public void Read_CommandOfSeveralLines_IsNotTakenForWhatItSaid()
    {
        var log = LogReader.Read("""
            [Container] 2026/11/26 10:00:00 Running command case "$found" in
              *[1-9]*) echo "The image has vulnerabilities (CRITICAL, HIGH): $found"; exit 1 ;;
            esac
            aws: error: something else
            [Container] 2026/11/26 10:00:01 Command did not exit successfully case "$found" in
              *[1-9]*) echo "The image has vulnerabilities (CRITICAL, HIGH): $found"; exit 1 ;;
            esac
             exit status 252
            [Container] 2026/11/26 10:00:01 Phase complete: BUILD State: FAILED
            """);

        Assert.Equal(252, log.ExitCode);
        Assert.StartsWith("case \"$found\" in\n", log.Step, StringComparison.Ordinal);
        Assert.Equal([new BuildLine(4, "aws: error: something else")], log.Failed);
    }

    [Fact]
    public void Read_PhaseThatFailsWithoutACommand_HasWhatCodeBuildSays()
    {
        var log = LogReader.Read("""
            [Container] 2026/11/26 10:00:00 Phase complete: DOWNLOAD_SOURCE State: FAILED
            [Container] 2026/11/26 10:00:00 Phase context status code: YAML_FILE_ERROR Message: Unknown runtime version named '29' of nodejs.
            """);

        Assert.Null(log.Step);
        Assert.Equal("Phase context status code: YAML_FILE_ERROR Message: Unknown runtime version named '29' of nodejs.", Assert.Single(log.Failed).Text);
    }

    [Theory]
    [InlineData("$$ dotnet tool restore\nrestored\n$$ dotnet landfall validate .\n", "dotnet landfall validate .")]
    [InlineData("$ make\n$$$ make all\n", "make all")]
    [InlineData("$ make\n$$$\n$5 is too much\n", "make")]
    public void Read_CommandsThatBashHasEvaluated_AreCommands(string text, string step)
    {
        var log = LogReader.Read(text + "fatal: the moon is full\n");

        Assert.Equal(step, log.Step);
        Assert.Contains(log.Failed, line => line.Text == "fatal: the moon is full");
    }

    [Fact]
    public void Read_GithubsLog_IsCutAtTheStepThatFailed()
    {
        var log = LogReader.Read("""
            2026-11-26T10:00:00.1234567Z ##[group]Run npm ci
            2026-11-26T10:00:01.1234567Z added 3 packages
            2026-11-26T10:00:01.2234567Z ##[group]Run npm test
            2026-11-26T10:00:02.1234567Z not ok 1 - answers
            2026-11-26T10:00:02.2234567Z ##[error]Process completed with exit code 1.
            2026-11-26T10:00:03.1234567Z Post job cleanup.
            """);

        Assert.Equal(("npm test", 1), (log.Step, log.ExitCode));
        Assert.Equal("not ok 1 - answers", log.Failed[0].Text);
        Assert.DoesNotContain(log.Failed, line => line.Text == "Post job cleanup.");
    }

    [Fact]
    public void Read_GitlabsLog_IsCutAtTheCommandThatFailed()
    {
        var log = LogReader.Read("""
            2026-11-26T10:00:00.123456Z 00O section_start:1764151200:step_script
            2026-11-26T10:00:00.123456Z 01O $ dotnet tool restore
            2026-11-26T10:00:01.123456Z 01O Restore was successful.
            2026-11-26T10:00:01.123456Z 01O $ dotnet landfall validate .
            2026-11-26T10:00:02.123456Z 01E landfall.yaml:3:8 LF1105 'never' is not one of none, one, perZone.
            2026-11-26T10:00:02.223456Z 00O ERROR: Job failed: exit code 1
            """);

        Assert.Equal(("dotnet landfall validate .", 1), (log.Step, log.ExitCode));
        Assert.Equal("landfall.yaml:3:8 LF1105 'never' is not one of none, one, perZone.", log.Failed[0].Text);
    }

    [Theory]
    [InlineData("[Container] 2026/11/26 10:00:00 Running command npm test\nok\n[Container] 2026/11/26 10:00:01 Phase complete: BUILD State: SUCCEEDED\n", true)]
    [InlineData("$ npm test\nok\nJob succeeded\n", true)]
    [InlineData("ok\n", false)]
    public void Read_LogWithoutAFailure_SucceededWhereItSaysSo(string text, bool succeeded) => Assert.Equal(succeeded, LogReader.Read(text).Succeeded);

    [Theory]
    [InlineData("#12 3.456 npm error code E404", "npm error code E404")]
    [InlineData("0.823 npm error code E404", "npm error code E404")]
    [InlineData("10 %\r50 %\r100 %\r", "100 %")]
    [InlineData("1.5 times", "1.5 times")]
    public void Clean_PrefixOfATool_IsTakenAway(string line, string expected) => Assert.Equal(expected, LogText.Clean(line));
}
