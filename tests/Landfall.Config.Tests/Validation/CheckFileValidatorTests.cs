using Landfall.Config.Plan;

namespace Landfall.Config.Tests.Validation;

public sealed class CheckFileValidatorTests
{
    private const string Head = "app: shop\nregion: eu-west-1\nenvironments: { dev: {}, prod: {} }\n";

    [Fact]
    public void Load_ACheckFileThatIsRight_IsInThePlan()
    {
        using var folder = new TemporaryFolder();
        folder.Write("checks/a.http", "GET /health");

        var loaded = Load(folder, "checks: [checks/a.http, { file: checks/a.http, at: afterTraffic, timeout: 1m }]");

        Assert.Empty(loaded.Problems);
        Assert.Equal(
            [new CheckPlan("checks/a.http", null, null, PausePoint.BeforeTraffic, TimeSpan.FromMinutes(5)), new CheckPlan("checks/a.http", null, null, PausePoint.AfterTraffic, TimeSpan.FromMinutes(1))],
            ((WebServicePlan)PlanResolver.Resolve(loaded.Config!, "dev", null).Services[0]).Deploy.Checks);
    }

    [Theory]
    [InlineData("checks/none.http", "There is no check file 'checks/none.http'")]
    [InlineData("../outside.http", "is not below the folder of the file")]
    [InlineData("checks", "cannot be read")]
    public void Load_ACheckFileThatIsNotThere_IsReportedOnceAtItsName(string file, string message)
    {
        using var folder = new TemporaryFolder();
        folder.Write("checks/a.http", "GET /health");

        var problem = Assert.Single(Load(folder, $"checks: [{file}]").Problems);

        Assert.Equal((ErrorCodes.CheckFile, 4), (problem.Code, problem.Line));
        Assert.Contains(message, problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Load_ACheckFileWithFaults_IsReportedInThatFile()
    {
        using var folder = new TemporaryFolder();
        folder.Write("checks/a.http", "# @expect status ok\nGET /health\n###\nGET nowhere");

        var loaded = Load(folder, "checks: [checks/a.http]");

        Assert.Null(loaded.Config);
        Assert.Equal(
            [$"{Path.Combine(folder.Path, "checks/a.http")}:1:11 LF1325", $"{Path.Combine(folder.Path, "checks/a.http")}:4:5 LF1325"],
            loaded.Problems.Select(problem => $"{problem.File}:{problem.Line}:{problem.Column} {problem.Code}"));
    }

    [Fact]
    public void Load_ABrowserFileWithFaults_IsReportedInThatFile()
    {
        using var folder = new TemporaryFolder();
        folder.Write("checks/a.browser", "open /\nclick Sign in\nwait");

        Assert.Equal(
            [$"{Path.Combine(folder.Path, "checks/a.browser")}:2:7 LF1325", $"{Path.Combine(folder.Path, "checks/a.browser")}:3:1 LF1325"],
            Load(folder, "checks: [checks/a.browser]").Problems.Select(problem => $"{problem.File}:{problem.Line}:{problem.Column} {problem.Code}"));
    }

    [Fact]
    public void Load_ABrowserFileThatIsNotThere_SaysWhatIsEnough()
    {
        using var folder = new TemporaryFolder();

        Assert.Contains("'open /' on its only line is enough", Assert.Single(Load(folder, "checks: [checks/none.browser]").Problems).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("checks/a.browser", "checks/a.browser:3:6 LF1325", "Add it: { file: checks/a.browser, secrets: [probe] }")]
    [InlineData("{ file: checks/a.browser, secrets: [other] }", "checks/a.browser:3:6 LF1325", "secrets: [other, probe]", "landfall.yaml:5:114 LF1326", "types no secret 'other'")]
    [InlineData("{ file: checks/a.browser, secrets: [probe] }")]
    public void Load_SecretsThatABrowserTypes_AreWhatTheCheckIsGiven(string check, params string[] expected)
    {
        using var folder = new TemporaryFolder();
        folder.Write("checks/a.browser", "open /\nclick #a\ntype \"{{secret.probe}}\" into #password\ntype \"{{secret.probe}}\" into #again");

        var problems = Load(folder, $"checks: [{check}]", more: "secrets: { probe: {}, other: {} }\n").Problems;

        Assert.Equal(
            expected.Chunk(2).Select(pair => pair[0]),
            problems.Select(problem => $"{Path.GetRelativePath(folder.Path, problem.File!)}:{problem.Line}:{problem.Column} {problem.Code}"));
        Assert.All(expected.Chunk(2).Zip(problems), pair => Assert.Contains(pair.First[1], pair.Second.Message, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("strategy: rolling, checks: [checks/a.http]", ErrorCodes.DeployStrategy)]
    [InlineData("strategy: blueGreen, checks: [{ file: checks/a.http, timeout: 2h }]", ErrorCodes.OutOfRange)]
    public void Load_ChecksThatCannotBe_AreReported(string deploy, string code)
    {
        using var folder = new TemporaryFolder();
        folder.Write("checks/a.http", "GET /health");

        Assert.Equal(code, Assert.Single(Load(folder, deploy, whole: true).Problems).Code);
    }

    [Fact]
    public void Load_ChecksOfWhatSpeaksGrpc_AreReported()
    {
        using var folder = new TemporaryFolder();
        folder.Write("checks/a.http", "GET /health");
        var file = folder.Write("landfall.yaml", "app: shop\nregion: eu-west-1\nenvironments: { dev: {} }\nservices: { a: { type: internal, loadBalancer: true, protocol: grpc, image: n, deploy: { strategy: blueGreen, checks: [checks/a.http] } } }\n");

        Assert.Contains(ConfigLoader.Load(file, _ => null).Problems, problem => problem.Message.Contains("speaks grpc", StringComparison.Ordinal));
    }

    private static LoadedConfig Load(TemporaryFolder folder, string deploy, bool whole = false, string more = "")
    {
        var file = folder.Write("landfall.yaml", $"{Head}{more}services: {{ a: {{ type: web, image: n, deploy: {{ {(whole ? "" : "strategy: blueGreen, ")}{deploy} }} }} }}\n");
        return ConfigLoader.Load(file, _ => null);
    }
}
