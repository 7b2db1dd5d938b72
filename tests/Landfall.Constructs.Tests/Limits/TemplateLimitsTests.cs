using System.Text.Json.Nodes;
using FsCheck;
using FsCheck.Fluent;
using Landfall.Config.Limits;
using Landfall.Config.Plan;
using Landfall.Config.Stacks;
using Landfall.Constructs.Tests.Properties;
using Landfall.Constructs.Tests.Samples;

namespace Landfall.Constructs.Tests.Limits;

public class TemplateLimitsTests
{
    /// <summary>Whatever the validator lets through, AWS takes.</summary>
    [Fact]
    public void Synth_RandomPlan_StaysWithinEveryLimit()
    {
        using var project = new TemporarySite();
        Prop.ForAll(PlanRecipe.Any, recipe =>
        {
            var plan = LongNamed(RandomPlan.Of(recipe), recipe.Settings);
            var templates = Synthesis.Run(plan, folder: project.Folder);
            Assert.Empty(TemplateLimits.Breaches(templates, adjustable: true));
            Assert.Equal(Size(plan), Data(templates, plan));
        }).Check(PropertyRuns.Of(8));
    }

    [Theory]
    [InlineData("AWS::SQS::Queue", """{ "QueueName": "a b" }""", "a queue's name of alphanumeric characters")]
    [InlineData("AWS::SQS::Queue", """{ "VisibilityTimeout": 43201 }""", "43,201 as seconds that a received message stays hidden, but AWS takes 0 to 43,200 (https://")]
    [InlineData("AWS::SQS::Queue", """{ "VisibilityTimeout": 43200 }""", null)]
    [InlineData("AWS::S3::Bucket", """{ "BucketName": { "Fn::Join": ["", ["sthree-", { "Ref": "AWS::AccountId" }]] } }""", "that S3 keeps for itself")]
    [InlineData("AWS::S3::Bucket", """{ "BucketName": { "Fn::Join": ["", ["shop-", { "Ref": "AWS::AccountId" }]] } }""", null)]
    [InlineData("AWS::S3::Bucket", """{ "BucketName": { "Ref": "Given" } }""", null)]
    [InlineData("AWS::Lambda::Function", """{ "Layers": ["a", "b", "c", "d", "e", "f"] }""", "has 6 as layers of a function, but AWS takes at most 5")]
    [InlineData("AWS::ElasticLoadBalancingV2::ListenerRule", """{ "Conditions": [{ "HostHeaderConfig": { "Values": ["a.b", "c.d", "e.f"] } }, { "PathPatternConfig": { "Values": ["/a", "/b", "/c"] } }] }""", "has 6 as hosts and paths of a rule")]
    [InlineData("AWS::ElasticLoadBalancingV2::ListenerRule", """{ "Conditions": [{ "HostHeaderConfig": { "Values": ["*.b.*"] } }, { "PathPatternConfig": { "Values": ["/*/*/*/*"] } }] }""", "has 6 as wildcards of a rule")]
    [InlineData("AWS::ElasticLoadBalancingV2::ListenerRule", """{ "Conditions": [{ "HostHeaderConfig": { "Values": ["localhost"] } }] }""", "the form of a host")]
    [InlineData("AWS::Logs::LogGroup", """{ "RetentionInDays": 31 }""", "days that logs are kept")]
    [InlineData("AWS::Logs::LogGroup", """{ "RetentionInDays": 30 }""", null)]
    public void Breaches_Resource_NamesTheValueTheNumberAndTheSource(string type, string properties, string? message)
    {
        var template = new JsonObject { ["Resources"] = new JsonObject { ["A"] = new JsonObject { ["Type"] = type, ["Properties"] = JsonNode.Parse(properties) } } };
        var breaches = TemplateLimits.Breaches(new Dictionary<string, JsonNode> { ["shop-dev-data"] = template }, adjustable: true);
        if (message is null)
        {
            Assert.Empty(breaches);
        }
        else
        {
            Assert.Contains(message, Assert.Single(breaches), StringComparison.Ordinal);
            Assert.StartsWith($"'A' ({type}) of the stack 'shop-dev-data' has ", breaches[0], StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("AWS::CertificateManager::Certificate", "names", """{ "SubjectAlternativeNames": ["a", "b", "c", "d", "e"] }""", 6, 5)]
    [InlineData("AWS::ElasticLoadBalancingV2::Listener", "certificates", """{ "Certificates": [{}, {}] }""", 2, 1)]
    [InlineData("AWS::EC2::EIP", "number", "{}", 1, 0)]
    [InlineData("AWS::DynamoDB::Table", "read", """{ "ProvisionedThroughput": { "ReadCapacityUnits": 100 } }""", 100, 99)]
    public void Breaches_QuotaOfTheAccount_TakesThePlaceOfAwss(string type, string id, string properties, int enough, int tooFew)
    {
        var template = new JsonObject { ["Resources"] = new JsonObject { ["A"] = new JsonObject { ["Type"] = type, ["Properties"] = JsonNode.Parse(properties) } } };
        IReadOnlyList<string> With(double value) => TemplateLimits.Breaches(
            new Dictionary<string, JsonNode> { ["shop-dev-data"] = template }, adjustable: false, new AccountQuotas(new Dictionary<string, double> { [$"{type}/{id}"] = value }));

        Assert.Empty(With(enough));
        Assert.Contains($"in this account, by its quota '{LimitList.Of(type, id).Quota!.Name}' in landfall.context.json", Assert.Single(With(tooFew)), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(500, 200, 200, 0)]
    [InlineData(501, 200, 200, 1)]
    [InlineData(500, 201, 200, 1)]
    [InlineData(500, 200, 201, 1)]
    public void Breaches_Template_CountsItsParts(int resources, int outputs, int parameters, int breaches)
    {
        var template = new JsonObject
        {
            ["Resources"] = Entries(resources, "Type", "AWS::EC2::InternetGateway"),
            ["Outputs"] = Entries(outputs, "Value", "x"),
            ["Parameters"] = Entries(parameters, "Type", "String"),
        };

        Assert.Equal(breaches, TemplateLimits.Breaches(new Dictionary<string, JsonNode> { ["shop-dev-data"] = template }, adjustable: false).Count);
    }

    [Theory]
    [InlineData("""{ "Mappings": { "M": { "a": {} } }, "Parameters": { "P": { "Default": "x" } } }""", null)]
    [InlineData("""{ "Description": "LONG" }""", "bytes of a template's description")]
    [InlineData("""{ "Parameters": { "P": { "Default": "LONG" } } }""", "bytes of a parameter's value")]
    [InlineData("""{ "Outputs": { "LONG": { "Value": "x" } } }""", "characters of a name in a template")]
    [InlineData("""{ "Mappings": { "M": { MANY } } }""", "attributes of a mapping")]
    [InlineData("""{ "Mappings": { MANY } }""", "mappings of a template")]
    public void Breaches_Template_MeasuresItsTexts(string template, string? message)
    {
        var many = string.Join(", ", Enumerable.Range(0, 201).Select(i => $"\"e{i}\": {{}}"));
        var written = JsonNode.Parse(template.Replace("LONG", new string('n', 4097), StringComparison.Ordinal).Replace("MANY", many, StringComparison.Ordinal))!;

        var breaches = TemplateLimits.Breaches(new Dictionary<string, JsonNode> { ["shop-dev-data"] = written }, adjustable: false);

        Assert.Equal(message is null ? 0 : 1, breaches.Count);
        Assert.All(breaches, breach => Assert.Contains(message!, breach, StringComparison.Ordinal));
    }

    /// <summary>Rules of a group count together, whichever stack they stand in.</summary>
    [Fact]
    public void Breaches_RulesOfOneGroupInSeveralStacks_AreCountedTogether()
    {
        var templates = Enumerable.Range(0, 61).ToDictionary(i => $"shop-dev-s{i}", JsonNode (_) => JsonNode.Parse("""
            {
              "Parameters": { "Group": { "Type": "AWS::SSM::Parameter::Value<String>", "Default": "/shop/dev/database/orders/securityGroup" } },
              "Resources": { "Reach": { "Type": "AWS::EC2::SecurityGroupIngress", "Properties": { "GroupId": { "Ref": "Group" } } } }
            }
            """)!);

        Assert.Empty(TemplateLimits.Breaches(templates.Take(60).ToDictionary(), adjustable: true));
        Assert.Empty(TemplateLimits.Breaches(templates, adjustable: false));
        Assert.StartsWith("/shop/dev/database/orders/securityGroup has 61 as inbound rules", Assert.Single(TemplateLimits.Breaches(templates, adjustable: true)), StringComparison.Ordinal);
    }

    private static JsonObject Entries(int count, string key, string value) =>
        new(Enumerable.Range(0, count).Select(i => KeyValuePair.Create($"E{i}", (JsonNode?)new JsonObject { [key] = value })));

    // Of every length that the validator takes.
    private static AppPlan LongNamed(AppPlan plan, int seed) => plan with
    {
        App = "a" + new string('p', Math.Abs(seed % 56)),
        Environment = "e" + new string('v', Math.Abs(seed % 46)),
    };

    private static DataStackSize Size(AppPlan plan) => DataStackSize.Of(
        [.. plan.Databases.Select(database => database.Engine is DatabaseEngine.AuroraMysql or DatabaseEngine.AuroraPostgresql ? database.Instances : 0)],
        [.. plan.Tables.Select(table => table.Indexes.Count)], plan.Buckets.Count, plan.Queues.Count, plan.Secrets.Count, plan.FileSystems.Count,
        plan.Network.Import?.Subnets.Count(subnet => !subnet.Public) ?? plan.Network.Zones.Count,
        plan.Services.OfType<ContainerServicePlan>().Select(service => service.Image.Repository).OfType<string>().Distinct().Count());

    private static DataStackSize Data(SortedDictionary<string, JsonNode> templates, AppPlan plan) =>
        templates.TryGetValue($"{plan.Prefix}-data", out var data)
            ? new DataStackSize(data["Resources"]!.AsObject().Count, data["Outputs"]!.AsObject().Count)
            : new DataStackSize(0, 0);
}
