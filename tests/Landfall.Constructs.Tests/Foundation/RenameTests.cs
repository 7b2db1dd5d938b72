using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Landfall.Constructs.Tests.Samples;
using Landfall.Constructs.Tests.Services;

namespace Landfall.Constructs.Tests.Foundation;

/// <summary>What the file renames with <c>was</c> stays what it is in AWS.</summary>
public sealed partial class RenameTests
{
    private static readonly Lazy<SortedDictionary<string, JsonNode>> Before = new(() => Templates(ShopPlan.Yaml));

    /// <summary>The prefixes keep the variables' names, so that nothing but words for people is left to differ.</summary>
    [Theory]
    [InlineData("tables: { audit: {", "tables: { ledger: { was: audit,", "orders, audit,", "orders, { ledger: { prefix: AUDIT } },")]
    [InlineData("databases: { orders: {", "databases: { sales: { was: orders,", "uses: [orders,", "uses: [{ sales: { prefix: ORDERS } },")]
    [InlineData("buckets: { uploads: {", "buckets: { files: { was: uploads", "uploads: { access: read }", "files: { access: read, prefix: UPLOADS }")]
    [InlineData("queues: { emails: {", "queues: { letters: { was: emails", "emails, stripe", "{ letters: { prefix: EMAILS } }, stripe")]
    public void Synth_DataRenamed_ChangesOnlyWordsForPeople(string declared, string renamed, string used, string usedNow)
    {
        var yaml = Replace(Replace(ShopPlan.Yaml, declared, renamed), used, usedNow);
        if (renamed.Contains("letters", StringComparison.Ordinal))
        {
            yaml = Replace(yaml, "queue: emails", "queue: letters\n    uses: [{ letters: { prefix: EMAILS } }]");
        }

        var after = Templates(yaml);

        Assert.Equal(Before.Value.Keys, after.Keys);
        foreach (var (stack, template) in after.Where(pair => !renamed.Contains("letters", StringComparison.Ordinal) || pair.Key != "shop-dev-mailer"))
        {
            Assert.Equal(WithoutWords(Before.Value[stack]), WithoutWords(template));
        }
    }

    [Theory]
    [InlineData("api", "shop-front", "\n  api:", "target: api", "uses: [api]")]
    [InlineData("backend", "stock", "\n  backend:", "backend, auth")]
    [InlineData("mailer", "sender", "\n  mailer:")]
    [InlineData("nightly", "sweeper", "\n  nightly:")]
    public void Synth_ServiceRenamed_ChangesOnlyWordsForPeopleAndWhatItsUsersSee(string old, string name, string declared, params string[] uses)
    {
        var yaml = Replace(ShopPlan.Yaml, declared, $"\n  {name}:\n    was: {old}");
        foreach (var use in uses)
        {
            yaml = Replace(yaml, use, use.Replace(old, use.StartsWith("target", StringComparison.Ordinal) ? name : $"{{ {name}: {{ prefix: {old.ToUpperInvariant()} }} }}", StringComparison.Ordinal));
        }

        var after = Templates(yaml);

        Assert.Equal(Before.Value.Keys, after.Keys);

        // A load test cannot say how the variable of its target is called.
        foreach (var (stack, template) in after.Where(pair => pair.Key != "shop-dev-load"))
        {
            var text = template.ToJsonString();
            Assert.Equal(Before.Value[stack].ToJsonString(), text.Replace(name, old, StringComparison.Ordinal));
            if (stack != $"shop-dev-{old}")
            {
                Assert.DoesNotContain(name, WithoutWords(template), StringComparison.Ordinal);
            }
        }
    }

    [Fact]
    public void Synth_TableRenamed_NamesItsVariableAfterTheFile()
    {
        var yaml = Replace(Replace(ShopPlan.Yaml, "tables: { audit: {", "tables: { ledger: { was: audit,"), "orders, audit,", "orders, ledger,");

        var variables = Templates(yaml)["shop-dev-api"]["Resources"]!["TaskDefinition"]!["Properties"]!["ContainerDefinitions"]![0]!["Environment"]!.AsArray();

        Assert.Equal("shop-dev-audit", (string?)variables.Single(variable => (string?)variable!["Name"] == "LEDGER_TABLE")!["Value"]);
        Assert.DoesNotContain(variables, variable => (string?)variable!["Name"] == "AUDIT_TABLE");
    }

    /// <summary>A template without what alarms say and what lines of dashboards are called.</summary>
    private static string WithoutWords(JsonNode template) => Words().Replace(template.ToJsonString(), "");

    [GeneratedRegex("""
        "AlarmDescription":"[^"]*"|\\u0022label\\u0022:\\u0022.*?\\u0022
        """)]
    private static partial Regex Words();

    private static string Replace(string text, string old, string with)
    {
        Assert.Contains(old, text, StringComparison.Ordinal);
        return text.Replace(old, with, StringComparison.Ordinal);
    }

    private static SortedDictionary<string, JsonNode> Templates(string yaml) => Synthesis.Run(TestPlan.Built(TestPlan.Of(yaml), "sha256:00"));
}
