namespace Landfall.Operations.Tests.Changes.Rules;

public class DatabaseRulesTests
{
    private const string Instance = "AWS::RDS::DBInstance";
    private const string Cluster = "AWS::RDS::DBCluster";

    [Theory]
    [InlineData(Instance, """{"DBInstanceClass":"db.t4g.micro"}""", """{"DBInstanceClass":"db.t4g.large"}""", "interrupts!")]
    [InlineData(Instance, """{"Port":"5432"}""", """{"Port":"5433"}""", "interrupts!")]
    [InlineData(Instance, """{"DBParameterGroupName":"a"}""", """{"DBParameterGroupName":"b"}""", "interrupts!")]
    [InlineData(Cluster, """{"DBClusterParameterGroupName":"a"}""", """{"DBClusterParameterGroupName":"b"}""", "interrupts!")]
    [InlineData(Instance, """{"StorageType":"standard"}""", """{"StorageType":"gp3"}""", "interrupts!")]
    [InlineData(Instance, """{"BackupRetentionPeriod":0}""", """{"BackupRetentionPeriod":7}""", "interrupts!")]
    [InlineData(Instance, """{"BackupRetentionPeriod":7}""", """{"BackupRetentionPeriod":0}""", "losesData!,interrupts!")]
    [InlineData(Instance, """{"BackupRetentionPeriod":7}""", """{"BackupRetentionPeriod":3}""", "losesData!")]
    [InlineData(Cluster, """{"BackupRetentionPeriod":7}""", """{}""", "losesData!")]
    [InlineData(Cluster, """{"BackupRetentionPeriod":7}""", """{"BackupRetentionPeriod":30}""", "")]
    [InlineData(Instance, """{"StorageType":"gp2"}""", """{"StorageType":"gp3"}""", "")]
    [InlineData(Instance, """{"MultiAZ":false}""", """{"MultiAZ":true}""", "")]
    [InlineData(Instance, """{"AllocatedStorage":"20"}""", """{"AllocatedStorage":"40"}""", "")]
    [InlineData(Instance, """{"AllocatedStorage":"40"}""", """{"AllocatedStorage":"20"}""", "refused")]
    [InlineData(Instance, """{"PubliclyAccessible":false}""", """{"PubliclyAccessible":true}""", "network!")]
    [InlineData(Cluster, """{"ServerlessV2ScalingConfiguration":{"MinCapacity":0.5}}""", """{"ServerlessV2ScalingConfiguration":{"MinCapacity":0}}""", "interrupts?!")]
    [InlineData(Cluster, """{"ServerlessV2ScalingConfiguration":{"MaxCapacity":4}}""", """{"ServerlessV2ScalingConfiguration":{"MaxCapacity":8}}""", "")]
    [InlineData(Cluster, """{"ManageMasterUserPassword":true}""", """{"MasterUserPassword":"{{resolve:secretsmanager:a}}"}""", "interrupts!")]
    [InlineData(Instance, """{"MasterUserPassword":"{{resolve:secretsmanager:a}}"}""", """{"ManageMasterUserPassword":true}""", "interrupts!")]
    [InlineData(Cluster, """{"EnableHttpEndpoint":true}""", """{"EnableHttpEndpoint":false}""", "interrupts!")]
    [InlineData(Cluster, """{"EnableHttpEndpoint":false}""", """{"EnableHttpEndpoint":true}""", "")]
    [InlineData("AWS::RDS::DBSubnetGroup", """{"SubnetIds":["a","b","c"]}""", """{"SubnetIds":["a","b"]}""", "interrupts?!")]
    [InlineData("AWS::RDS::DBSubnetGroup", """{"SubnetIds":["a","b"]}""", """{"SubnetIds":["c","d"]}""", "refused")]
    [InlineData("AWS::RDS::DBSubnetGroup", """{"SubnetIds":["a","b"]}""", """{"SubnetIds":["a","b","c"]}""", "")]
    public void Change_Property_HasItsEffects(string type, string before, string after, string expected) =>
        Assert.Equal(expected, string.Join(',', Judge.Change(type, before, after)));

    [Theory]
    [InlineData("postgres", "16.4", "16.9", "", "interrupts!")]
    [InlineData("postgres", "16", "16.9", "", "")]
    [InlineData("postgres", "16.4", "17.2", "", "refused,interrupts!")]
    [InlineData("postgres", "16.4", "17.2", "true", "interrupts!")]
    [InlineData("postgres", "17.2", "16.4", "true", "refused")]
    [InlineData("mysql", "8.0.35", "8.4.3", "", "refused,interrupts!")]
    [InlineData("mysql", "8.0.35", "8.0.40", "", "interrupts!")]
    [InlineData("mariadb", "10.11", "11.4", "", "refused,interrupts!")]
    public void Change_Version_IsJudgedByItsStep(string engine, string before, string after, string allowed, string expected)
    {
        string Properties(string version) => $$$"""{"Engine":"{{{engine}}}","EngineVersion":"{{{version}}}","AllowMajorVersionUpgrade":"{{{allowed}}}"}""";

        Assert.Equal(expected, string.Join(',', Judge.Change(Instance, Properties(before), Properties(after))));
    }

    [Fact]
    public void Change_MajorVersionOfACluster_NeedsNoLeave() =>
        Assert.Equal(
            ["interrupts!"],
            Judge.Change(Cluster, """{"Engine":"aurora-postgresql","EngineVersion":"16.9"}""", """{"Engine":"aurora-postgresql","EngineVersion":"17.5"}"""));
}
