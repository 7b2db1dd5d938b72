using Landfall.Operations.Changes;

namespace Landfall.Operations.Tests.Changes.Rules;

public class ReplacementRulesTests
{
    [Theory]
    [InlineData("AWS::DynamoDB::Table")]
    [InlineData("AWS::S3::Bucket")]
    [InlineData("AWS::SQS::Queue")]
    [InlineData("AWS::RDS::DBCluster")]
    [InlineData("AWS::RDS::DBInstance")]
    [InlineData("AWS::SecretsManager::Secret")]
    [InlineData("AWS::Cognito::UserPool")]
    [InlineData("AWS::EFS::FileSystem")]
    [InlineData("AWS::KMS::Key")]
    [InlineData("AWS::ElastiCache::ReplicationGroup")]
    [InlineData("AWS::OpenSearchService::Domain")]
    [InlineData("AWS::Kinesis::Stream")]
    public void Change_DataIsRemoved_LosesItUnlessItIsKept(string type)
    {
        Assert.Equal(["losesData!", "interrupts!"], Judge.Change(type, "{}", null));
        Assert.Empty(Judge.Change(type, "{}", null, "Retain"));
        Assert.Empty(Judge.Change(type, "{}", null, "RetainExceptOnCreate"));
        Assert.Equal(["interrupts!"], Judge.Change(type, "{}", null, "Snapshot"));
    }

    [Theory]
    [InlineData("AWS::ECR::Repository")]
    [InlineData("AWS::Logs::LogGroup")]
    [InlineData("AWS::Backup::BackupVault")]
    public void Change_WhatNobodyWaitsForIsRemoved_LosesIt(string type) => Assert.Equal(["losesData!"], Judge.Change(type, "{}", null));

    [Theory]
    [InlineData("AWS::ECS::Service")]
    [InlineData("AWS::ElasticLoadBalancingV2::LoadBalancer")]
    [InlineData("AWS::ElasticLoadBalancingV2::ListenerRule")]
    [InlineData("AWS::CloudFront::Distribution")]
    [InlineData("AWS::EC2::NatGateway")]
    [InlineData("AWS::Route53::RecordSet")]
    [InlineData("AWS::Scheduler::Schedule")]
    [InlineData("AWS::Lambda::Function")]
    public void Change_WhatOthersCallIsRemoved_InterruptsThem(string type) => Assert.Equal(["interrupts!"], Judge.Change(type, "{}", null));

    [Theory]
    [InlineData("AWS::CloudWatch::Alarm")]
    [InlineData("AWS::IAM::Role")]
    [InlineData("AWS::ECS::TaskDefinition")]
    [InlineData("AWS::Lambda::LayerVersion")]
    public void Change_WhatNobodyMissesIsRemoved_HarmsNobody(string type) => Assert.Empty(Judge.Change(type, "{}", null));

    [Theory]
    [InlineData("""{"Targets":[{"Id":"a","Arn":"arn:aws:sns:eu-west-1:111111111111:a"}]}""", true)]
    [InlineData("""{"Targets":[]}""", false)]
    [InlineData("{}", false)]
    public void Change_EventRuleIsRemoved_InterruptsWhatItStarts(string rule, bool interrupts) =>
        Assert.Equal(interrupts ? new[] { "interrupts!" } : [], Judge.Change("AWS::Events::Rule", rule, null));

    [Fact]
    public void Change_QueueBecomesFifo_LosesItsMessages()
    {
        var found = Judge.Change("AWS::SQS::Queue", """{"QueueName":"emails"}""", """{"QueueName":"emails.fifo","FifoQueue":true}""");

        Assert.Equal(["losesData!", "interrupts!", "replaces!"], found);
    }

    [Fact]
    public void Change_DatabaseGetsAnotherEngine_LosesItsDataAndKeepsItWhereRetained()
    {
        const string Before = """{"Engine":"postgres","EngineVersion":"16.4"}""";
        const string After = """{"Engine":"mysql","EngineVersion":"8.0"}""";

        Assert.Equal(["losesData!", "interrupts!", "replaces!"], Judge.Change("AWS::RDS::DBInstance", Before, After));
        Assert.Equal(["interrupts!", "replaces!"], Judge.Change("AWS::RDS::DBInstance", Before, After, "Retain"));
        Assert.Equal(["interrupts!", "replaces!"], Judge.Change("AWS::RDS::DBInstance", Before, After, "Snapshot"));
        Assert.Equal(["losesData!", "interrupts!", "replaces!"], Judge.Change("AWS::RDS::DBCluster", Before, After));
    }

    [Fact]
    public void Change_OnlyTheNewPolicyRetains_StillLosesTheData()
    {
        static string Bucket(string policy, string name) =>
            """{"Thing":{"Type":"AWS::S3::Bucket","UpdateReplacePolicy":"POLICY","Properties":{"BucketName":"NAME"}}}""".Replace("POLICY", policy, StringComparison.Ordinal).Replace("NAME", name, StringComparison.Ordinal);

        Assert.Contains("losesData!", Judge.Lines(Judge.Find(Bucket("Delete", "one"), Bucket("Retain", "two"))));
        Assert.Contains("losesData!", Judge.Lines(Judge.Find(Bucket("Retain", "one"), Bucket("Delete", "two"))));
        Assert.DoesNotContain("losesData!", Judge.Lines(Judge.Find(Bucket("Retain", "one"), Bucket("Retain", "two"))));
    }

    [Fact]
    public void Change_NamedTableGetsAnotherKey_IsRefused()
    {
        const string Before = """{"TableName":"audit","KeySchema":[{"AttributeName":"id","KeyType":"HASH"}],"AttributeDefinitions":[{"AttributeName":"id","AttributeType":"S"}]}""";

        Assert.Contains("refused", Judge.Change("AWS::DynamoDB::Table", Before, Before.Replace("\"id\"", "\"key\"", StringComparison.Ordinal)));
        Assert.Contains("refused", Judge.Change("AWS::DynamoDB::Table", Before, Before.Replace("\"S\"", "\"N\"", StringComparison.Ordinal)));
    }

    [Fact]
    public void Change_UnnamedTableGetsAnotherKey_LosesItsItems()
    {
        const string Before = """{"KeySchema":[{"AttributeName":"id","KeyType":"HASH"}]}""";

        Assert.Equal(["losesData!", "interrupts!", "replaces!"], Judge.Change("AWS::DynamoDB::Table", Before, Before.Replace("\"id\"", "\"key\"", StringComparison.Ordinal)));
    }

    [Fact]
    public void Change_AnotherLogicalIdTakesTheName_IsRefused()
    {
        const string Before = """{"Old":{"Type":"AWS::S3::Bucket","Properties":{"BucketName":"uploads"}}}""";

        var refusal = Assert.Single(Judge.Find(Before, Before.Replace("Old", "New", StringComparison.Ordinal)).Refused);

        Assert.Contains("'uploads'", refusal.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Change_LogicalIdGetsAnotherType_IsRefused()
    {
        var change = Judge.Find("""{"A":{"Type":"AWS::SNS::Topic"}}""", """{"A":{"Type":"AWS::SQS::Queue"}}""");

        Assert.Single(change.Refused);
    }

    [Fact]
    public void Change_TypeIsUnknown_MayReplaceIt()
    {
        Assert.Equal(["replaces?!"], Judge.Change("Acme::Thing::Type", """{"A":"1"}""", """{"A":"2"}"""));
        Assert.Empty(Judge.Change("Custom::Thing", """{"A":"1"}""", """{"A":"2"}"""));
    }

    [Fact]
    public void Change_InstanceOfAClusterIsRemoved_BreaksConnectionsOnly() =>
        Assert.Equal(["interrupts!"], Judge.Change("AWS::RDS::DBInstance", """{"DBClusterIdentifier":"orders"}""", null));

    [Fact]
    public void Change_Removed_SaysWhatGoesWithIt()
    {
        var effect = Judge.Find("""{"Thing":{"Type":"AWS::DynamoDB::Table","Properties":{"TableName":"audit"}}}""", "{}").Effects[0];

        Assert.Equal(EffectKind.LosesData, effect.Kind);
        Assert.Equal("table audit", effect.Subject);
        Assert.Equal("The table audit is deleted, with all its items.", effect.Text);
        Assert.StartsWith("app-dev-data/Thing/losesData/", effect.Id, StringComparison.Ordinal);
    }

    [Fact]
    public void Remove_FunctionOfCustomResources_InterruptsNobody()
    {
        const string Provider = """{"Provider":{"Type":"AWS::Lambda::Function","Properties":{}}""";
        const string Files = ""","Files":{"Type":"Custom::CDKBucketDeployment","Properties":{"ServiceToken":{"Fn::GetAtt":["Provider","Arn"]}}}}""";

        Assert.Empty(Judge.Lines(Judge.Find(Provider + Files, "{}")));
        Assert.Equal(["interrupts!"], Judge.Lines(Judge.Find(Provider + "}", "{}")));
    }

    [Theory]
    [InlineData("""{"GenerateSecretString":{}}""", """{"Fn::Sub":"{{resolve:secretsmanager:${Mark}:SecretString}}"}""", false)]
    [InlineData("""{"GenerateSecretString":{}}""", """{"Ref":"Mark"}""", true)]
    [InlineData("""{"GenerateSecretString":{}}""", """["{{resolve:secretsmanager:a}}",{"Ref":"Mark"}]""", true)]
    [InlineData("""{"GenerateSecretString":{}}""", "\"unread\"", true)]
    [InlineData("""{"SecretString":"given"}""", """{"Fn::Sub":"{{resolve:secretsmanager:${Mark}:SecretString}}"}""", true)]
    public void Remove_SecretThatTemplatesAloneRead_LosesNothing(string secret, string read, bool loses)
    {
        var mark = $$"""{"Type":"AWS::SecretsManager::Secret","Properties":{{secret}} }""";
        var reader = $$"""{"Type":"AWS::CloudWatch::Dashboard","Properties":{"DashboardBody":{{read}} } }""";
        var before = $$"""{"Mark":{{mark}},"Reader":{{reader}} }""";

        Assert.Equal(loses, Judge.Lines(Judge.Find(before, "{}")).Contains("losesData!"));
    }

    /// <summary>What becomes of a name is said once, of its A record.</summary>
    [Theory]
    [InlineData("A", true)]
    [InlineData("AAAA", false)]
    public void Change_RecordOfIpv6_IsNotSaidBesideThatOfIpv4(string type, bool interrupts)
    {
        static string Properties(string type, string zone) => $$"""{"Name":"a.example.com.","Type":"{{type}}","HostedZoneId":"{{zone}}"}""";

        Assert.Equal(interrupts, Judge.Change("AWS::Route53::RecordSet", Properties(type, "Z1"), Properties(type, "Z2")).Contains("interrupts!"));
    }
}
