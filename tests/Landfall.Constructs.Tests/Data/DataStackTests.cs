using System.Text.Json.Nodes;
using Landfall.Config.Plan;
using Landfall.Constructs.Tests.Samples;

namespace Landfall.Constructs.Tests.Data;

public sealed class DataStackTests
{
    [Theory]
    [InlineData("OrdersCluster")]
    [InlineData("OrdersSubnets")]
    [InlineData("OrdersRotation")]
    [InlineData("AuditTable")]
    [InlineData("UploadsBucket")]
    [InlineData("EmailsQueue")]
    [InlineData("EmailsDeadLetters")]
    [InlineData("StripeSecret")]
    [InlineData("MediaFiles")]
    public void Protect_Data_OutlivesItsStackUnlessItsCreationFails(string id)
    {
        var resource = Protected.Value[id]!;

        Assert.Equal("RetainExceptOnCreate", (string?)resource["DeletionPolicy"]);
        Assert.Equal("Retain", (string?)resource["UpdateReplacePolicy"]);
    }

    [Fact]
    public void Protect_Off_KeepsNothing() =>
        Assert.DoesNotContain(
            Resources(Plan(protect: false)).Select(resource => (string?)resource.Value!["DeletionPolicy"]),
            policy => policy is not null and not "Delete");

    [Theory]
    [InlineData(7)]
    [InlineData(30)]
    public void Rotation_EveryInterval_IsInTheTemplate(int days)
    {
        var resources = Resources(Plan(rotation: $"{days}d"));

        Assert.Equal(days, (int?)resources["OrdersRotation"]!["Properties"]!["RotationRules"]!["AutomaticallyAfterDays"]);
    }

    [Fact]
    public void Instance_MajorVersionStep_IsAllowed()
    {
        var resources = Resources(SmallPlan.Create("databases: { ledger: { engine: postgresql } }"));

        Assert.True((bool?)resources["LedgerInstance"]!["Properties"]!["AllowMajorVersionUpgrade"]);
    }

    /// <summary>It stands beside the empty one that may have been deployed before, and stays whatever the environment says.</summary>
    [Theory]
    [InlineData("AuditExistingTable", "TableName", "old.Audit_1")]
    [InlineData("UploadsExistingBucket", "BucketName", "old-uploads")]
    public void AwsName_Data_IsThatOfWhatWasThereAndStays(string id, string property, string name)
    {
        var templates = Synthesis.Run(SmallPlan.Create("""
            tables: { audit: { partitionKey: id, awsName: old.Audit_1 } }
            buckets: { uploads: { awsName: old-uploads } }
            services: { api: { type: internal, image: nginx:1, port: 80, uses: [audit, uploads] } }
            """));
        var resource = templates["shop-dev-data"]["Resources"]![id]!;

        Assert.Equal(name, (string?)resource["Properties"]![property]);
        Assert.Equal(("Retain", "Retain"), ((string?)resource["DeletionPolicy"], (string?)resource["UpdateReplacePolicy"]));
        Assert.Contains($"\"Value\":\"{name}\"", templates["shop-dev-api"].ToJsonString(), StringComparison.Ordinal); // its variable
        Assert.Contains($"{name}\"", templates["shop-dev-api"]["Resources"]!.AsObject().Where(one => (string?)one.Value!["Type"] == "AWS::IAM::Role").Select(one => one.Value!.ToJsonString()).Aggregate("", string.Concat), StringComparison.Ordinal);
    }

    private static Lazy<JsonObject> Protected { get; } = new(() => Resources(Plan()));

    private static JsonObject Resources(AppPlan plan) => Synthesis.Run(plan)["shop-dev-data"]["Resources"]!.AsObject();

    private static AppPlan Plan(bool protect = true, string rotation = "30d") => SmallPlan.Create($$"""
        protect: {{(protect ? "true" : "false")}}
        databases: { orders: { engine: aurora-postgresql, rotation: {{rotation}} } }
        tables: { audit: { partitionKey: id } }
        buckets: { uploads: {} }
        queues: { emails: {} }
        secrets: { stripe: {} }
        files: { media: {} }
        """);
}
