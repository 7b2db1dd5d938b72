using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Landfall.Config.Limits;
using Landfall.Constructs.Tests.Samples;

namespace Landfall.Constructs.Tests.Limits;

public class LimitsPageTests
{
    private static readonly string[] Types =
    [
        .. Directory.GetFiles(Path.Combine(Repository.Root, "tests/Landfall.Constructs.Tests/Golden"), "*.json", SearchOption.AllDirectories)
            .SelectMany(file => JsonNode.Parse(File.ReadAllText(file))!["Resources"]!.AsObject())
            .Select(resource => (string)resource.Value!["Type"]!)
            .Distinct().Order(StringComparer.Ordinal),
    ];

    [Fact]
    public void LimitsPage_Committed_IsCurrent() => GoldenFile.Verify("docs/limits.md", LimitsPage.Write(Types));

    /// <summary>A new resource type asks for a look at AWS's quotas.</summary>
    [Fact]
    public void List_EveryTypeOfTheTemplates_HasLimitsOrSaysWhyNot() =>
        Assert.All(Types, type => Assert.True(
            LimitList.All.Any(limit => limit.Type == type) != LimitList.None.ContainsKey(type),
            $"{type}: add its limits to limits.json, or why there are none."));

    [Fact]
    public void List_EveryLimit_HasANumberOrAFormAndAPageOfAwss() =>
        Assert.All(LimitList.All, limit =>
        {
            Assert.True(limit.Most is not null || limit.Least is not null || limit.Pattern is not null, limit.What);
            Assert.StartsWith("https://docs.aws.amazon.com/", limit.Source, StringComparison.Ordinal);
            Assert.False(limit.Remedy.EndsWith('.'), limit.Remedy);
            Assert.Equal(limit, LimitList.Of(limit.Type, limit.Id));
        });

    [Fact]
    public void List_EveryQuota_HasTheFormOfServiceQuotasAndANumber() =>
        Assert.All(LimitList.All.Where(limit => limit.Quota is not null), limit =>
        {
            Assert.Matches("^[a-z0-9]+$", limit.Quota!.Service);
            Assert.True(limit.Quota.Code is null || Regex.IsMatch(limit.Quota.Code, "^L-[0-9A-F]{8}$"), limit.Quota.Code);
            Assert.NotNull(limit.Most);
        });
}
