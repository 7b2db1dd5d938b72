using Landfall.Config.Plan;
using Landfall.Config.Validation;

namespace Landfall.Config.Tests.Validation;

public sealed class CheckTaskValidatorTests
{
    [Fact]
    public void Load_TasksThatCheck_AreInThePlan()
    {
        var loaded = Load("checks: [{ command: [npm, run, smoke] }, { image: \"postman/newman:6\", command: [run, shop.json], at: afterTraffic, timeout: 2m }, { image: \"probe:1\" }]");

        Assert.Empty(loaded.Problems);
        var checks = ((WebServicePlan)PlanResolver.Resolve(loaded.Config!, "dev", null).Services[0]).Deploy.Checks;
        Assert.All(checks, check => Assert.Null(check.File));
        Assert.Equal(
            [(null, "npm run smoke", PausePoint.BeforeTraffic, 5), ("postman/newman:6", "run shop.json", PausePoint.AfterTraffic, 2), ("probe:1", "", PausePoint.BeforeTraffic, 5)],
            checks.Select(check => (check.Task!.Image, string.Join(' ', check.Task.Command), check.At, (int)check.Timeout.TotalMinutes)));
        Assert.Equal(["npm run smoke", "postman/newman:6 run shop.json", "probe:1"], checks.Select(check => check.Task!.Title));
    }

    [Theory]
    [InlineData("checks: [{ at: afterTraffic }]", ErrorCodes.CheckKind, "A check of 'a' says not what is to be run.")]
    [InlineData("checks: [{ file: a.http, command: [x] }]", ErrorCodes.CheckKind, "has both 'file' and 'command'")]
    [InlineData("checks: [{ file: a.http, image: \"probe:1\" }]", ErrorCodes.CheckKind, "has both 'file' and 'image'")]
    [InlineData("checks: [{ file: a.browser, command: [x] }]", ErrorCodes.CheckKind, "has both 'file' and 'command'")]
    [InlineData("checks: [{ file: a.http, secrets: [probe] }]", ErrorCodes.CheckKind, "has 'secrets', which only a browser file types")]
    [InlineData("checks: [{ command: [x], secrets: [probe] }]", ErrorCodes.CheckKind, "a 'command' has the service's own")]
    [InlineData("checks: [{ file: secret.browser, secrets: [probe, prob] }]", ErrorCodes.UnknownReference, "'prob', which is not in 'secrets'. Did you mean 'probe'?")]
    [InlineData("checks: [{ command: [] }]", ErrorCodes.ItemCount, "command")]
    [InlineData("checks: [{ image: \"not an image\" }]", ErrorCodes.Malformed, "registry reference")]
    [InlineData("checks: [{ command: [x], timeout: 2h }]", ErrorCodes.OutOfRange, "timeout")]
    public void Load_AChecksThatCannotBe_IsReported(string deploy, string code, string message)
    {
        var problem = Assert.Single(Load(deploy).Problems);

        Assert.Equal(code, problem.Code);
        Assert.Contains(message, problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Load_ABrowserFile_IsInThePlan()
    {
        var loaded = Load("checks: [a.browser, { file: secret.browser, image: \"mine:1\", secrets: [probe], at: afterTraffic }]");

        Assert.Empty(loaded.Problems);
        var checks = ((WebServicePlan)PlanResolver.Resolve(loaded.Config!, "dev", null).Services[0]).Deploy.Checks;
        Assert.All(checks, check => Assert.Null(check.File));
        Assert.All(checks, check => Assert.Null(check.Task));
        Assert.Equal(
            [("a.browser", "mcr.microsoft.com/playwright:v1.63.0-noble", "", PausePoint.BeforeTraffic), ("secret.browser", "mine:1", "probe", PausePoint.AfterTraffic)],
            checks.Select(check => (check.Browser!.File, check.Browser.Image, string.Join(' ', check.Browser.Secrets), check.At)));
        Assert.Equal(["a.browser", "secret.browser"], checks.Select(check => check.Title));
    }

    [Fact]
    public void Load_ABrowserInAnIsolatedNetwork_IsWarnedOf() =>
        Assert.Contains(
            Load("checks: [a.browser]", "type: web", "network: { nat: none }\n", "111111111111.dkr.ecr.eu-west-1.amazonaws.com/n:1").Problems,
            problem => problem.Code == ErrorCodes.ImageUnreachable && problem.Message.Contains("mcr.microsoft.com/playwright", StringComparison.Ordinal));

    [Theory]
    [InlineData(CheckTaskValidator.LongestCommand, 0)]
    [InlineData(CheckTaskValidator.LongestCommand + 1, 1)]
    public void Load_ACommandLongerThanEcsTakes_IsReported(int length, int problems)
    {
        var found = Load($"checks: [{{ command: [sh, -c, {new string('x', length - 4)}] }}]").Problems;

        Assert.Equal(problems, found.Count(problem => problem.Code == ErrorCodes.CheckKind));
        Assert.Equal(problems, found.Count);
    }

    [Fact]
    public void Load_ACommandThatChecksGrpc_IsTaken() =>
        Assert.DoesNotContain(
            Load("checks: [{ command: [grpcurl] }]", "type: internal, loadBalancer: true, protocol: grpc").Problems,
            problem => problem.Message.Contains("check", StringComparison.OrdinalIgnoreCase));

    [Fact]
    public void Load_AnImageThatAnIsolatedNetworkCannotPull_IsWarnedOf()
    {
        var problem = Assert.Single(Load("checks: [{ image: \"public.ecr.aws/x/probe:1\" }]", "type: web", "network: { nat: none }\n", "111111111111.dkr.ecr.eu-west-1.amazonaws.com/n:1").Problems);

        Assert.Equal(ErrorCodes.ImageUnreachable, problem.Code);
        Assert.Contains("of 'a check of a'", problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Title_OfALongCommand_IsCut() =>
        Assert.Equal(new string('x', 80) + "…", new CheckTaskPlan(null, [new string('x', 90)]).Title);

    private static LoadedConfig Load(string deploy, string service = "type: web", string more = "", string image = "n")
    {
        using var folder = new TemporaryFolder();
        folder.Write("a.http", "GET /health");
        folder.Write("a.browser", "open /");
        folder.Write("secret.browser", "open /\ntype \"{{secret.probe}}\" into #password");
        var file = folder.Write("landfall.yaml", $"app: shop\nregion: eu-west-1\nenvironments: {{ dev: {{}} }}\nsecrets: {{ probe: {{}} }}\n{more}services: {{ a: {{ {service}, image: \"{image}\", deploy: {{ strategy: blueGreen, {deploy} }} }} }}\n");
        return ConfigLoader.Load(file, _ => null);
    }
}
