using Landfall.Config;
using Landfall.Config.Plan;
using Landfall.Operations.Secrets;
using Landfall.Operations.Tests.Changes;

namespace Landfall.Operations.Tests.Secrets;

public sealed class SecretStepTests
{
    private const string Yaml = """
        app: shop
        region: eu-west-1
        environments: { dev: {} }
        secrets: { stripe: {}, session: { generate: 40 }, idle: {} }
        services:
          api: { type: web, image: n, uses: [stripe, session] }
          web: { type: web, image: n, path: /w/* }
        """;

    private readonly SecretsInMemory _secrets = new() { ["shop/dev/stripe"] = null, ["shop/dev/session"] = null, ["shop/dev/idle"] = null };

    [Fact]
    public async Task EnsureAsync_NobodyCanBeAsked_RefusesAndNamesTheCommand()
    {
        var refused = await Assert.ThrowsAsync<LandfallException>(() => EnsureAsync(new Answering(null), ["api", "web"]));

        Assert.Equal("LF5130", refused.Code);
        Assert.Contains("stripe, for api: landfall secret set . --env dev --name stripe", refused.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("session", refused.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("idle", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task EnsureAsync_SomebodyIsThere_AsksAndKeepsTheValueInTheSecretOnly()
    {
        var person = new Answering(true) { Secret = "sk_live_1" };

        await EnsureAsync(person, ["api"]);

        Assert.Equal("sk_live_1", _secrets["shop/dev/stripe"]);
        Assert.Null(_secrets["shop/dev/idle"]);
        Assert.DoesNotContain(person.Said, line => line.Contains("sk_live_1", StringComparison.Ordinal));
    }

    [Fact]
    public async Task EnsureAsync_NothingIsTyped_Refuses() =>
        Assert.Equal("LF5132", (await Assert.ThrowsAsync<LandfallException>(() => EnsureAsync(new Answering(true), ["api"]))).Code);

    [Theory]
    [InlineData("sidecar", true)]
    [InlineData("gateway", false)]
    public async Task EnsureAsync_CollectorBesideAService_NeedsItsToken(string mode, bool needed)
    {
        var plan = Plan($"telemetry: {{ backend: datadog, mode: {mode}, token: idle }}\n");

        var step = new SecretStep(_secrets, new Answering(null)).EnsureAsync(plan, ["web"], ".", local: false, TestContext.Current.CancellationToken);

        if (needed)
            Assert.Contains("idle, for web:", (await Assert.ThrowsAsync<LandfallException>(() => step)).Message, StringComparison.Ordinal);
        else
            await step;
    }

    [Fact]
    public async Task EnsureAsync_OtherServicesAreStarted_AsksNothing() => await EnsureAsync(new Answering(null), ["web"]);

    [Fact]
    public async Task EnsureAsync_ValueIsThere_AsksNothing()
    {
        _secrets["shop/dev/stripe"] = "sk";

        await EnsureAsync(new Answering(null), ["api", "web"]);
    }

    [Fact]
    public async Task EnsureAsync_LocalAws_SaysItAndGoesOn()
    {
        var watcher = new Answering(null);

        await new SecretStep(_secrets, watcher).EnsureAsync(Plan(), ["api"], ".", local: true, CancellationToken.None);

        Assert.Contains("stripe", Assert.Single(watcher.Said), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(65_536, true)]
    [InlineData(65_537, false)]
    public void Require_LongValue_IsAsLongAsAwsTakes(int length, bool taken)
    {
        var value = new string('v', length);
        if (taken)
        {
            SecretValue.Require("stripe", value);
        }
        else
        {
            var refused = Assert.Throws<LandfallException>(() => SecretValue.Require("stripe", value));
            Assert.Equal("LF5132", refused.Code);
            Assert.DoesNotContain("vvvv", refused.Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Parameters_AsText_AreWithoutTheValue() =>
        Assert.DoesNotContain("sk_live", new SecretSetParameters(".", "stripe", "dev", Local: false, "sk_live").ToString(), StringComparison.Ordinal);

    private Task EnsureAsync(Answering watcher, string[] services) =>
        new SecretStep(_secrets, watcher).EnsureAsync(Plan(), services, ".", local: false, TestContext.Current.CancellationToken);

    private static AppPlan Plan(string more = "")
    {
        var folder = Directory.CreateTempSubdirectory("landfall-test-");
        try
        {
            File.WriteAllText(Path.Combine(folder.FullName, "landfall.yaml"), Yaml + "\n" + more);
            return PlanResolver.Resolve(ConfigLoader.Load(folder.FullName, _ => null).Config!, "dev", null);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
