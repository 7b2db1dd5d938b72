namespace Landfall.Operations.Tests.Changes.Rules;

public class StorageRulesTests
{
    private const string Rule = """{"Status":"Enabled","ExpirationInDays":30}""";
    private const string Sooner = """{"Status":"Enabled","ExpirationInDays":7}""";
    private const string Logs = """{"Status":"Enabled","Prefix":"logs/","ExpirationInDays":30}""";
    private const string Versions = """{"Status":"Enabled","NoncurrentVersionExpiration":{"NoncurrentDays":90}}""";
    private const string Uploads = """{"Status":"Enabled","AbortIncompleteMultipartUpload":{"DaysAfterInitiation":7}}""";
    private const string Glacier = """{"Status":"Enabled","Transitions":[{"StorageClass":"GLACIER","TransitionInDays":30}]}""";
    private const string Rare = """{"Status":"Enabled","Transitions":[{"StorageClass":"STANDARD_IA","TransitionInDays":30}]}""";

    [Theory]
    [InlineData("", Rule, "losesData!")]
    [InlineData("", Versions, "losesData?")]
    [InlineData("", Uploads, "")]
    [InlineData("", Glacier, "interrupts!")]
    [InlineData("", Rare, "")]
    [InlineData(Rule, Sooner, "losesData!")]
    [InlineData(Sooner, Rule, "")]
    [InlineData(Rule, "", "")]
    [InlineData(Logs, Rule, "losesData!")]
    [InlineData(Rule, Rule + "," + Logs, "")]
    [InlineData(Rule, """{"Status":"Disabled","ExpirationInDays":1}""", "")]
    public void Change_Lifecycle_LosesWhatIsDeletedSooner(string before, string after, string expected)
    {
        static string Properties(string rules) => $$$"""{"LifecycleConfiguration":{"Rules":[{{{rules}}}]}}""";

        Assert.Equal(expected, string.Join(',', Judge.Change("AWS::S3::Bucket", Properties(before), Properties(after))));
    }

    [Theory]
    [InlineData("AWS::S3::Bucket", """{"VersioningConfiguration":{"Status":"Enabled"}}""", """{"VersioningConfiguration":{"Status":"Suspended"}}""", "losesData?!")]
    [InlineData("AWS::S3::Bucket", """{"VersioningConfiguration":{"Status":"Enabled"}}""", """{}""", "losesData?!")]
    [InlineData("AWS::S3::Bucket", """{"PublicAccessBlockConfiguration":{"BlockPublicPolicy":true}}""", """{}""", "network?!")]
    [InlineData("AWS::S3::Bucket", """{}""", """{"CorsConfiguration":{}}""", "")]
    [InlineData("AWS::S3::Bucket", """{"CorsConfiguration":{"CorsRules":[{"AllowedOrigins":["a"]}]}}""", """{"CorsConfiguration":{"CorsRules":[{"AllowedOrigins":["b"]}]}}""", "interrupts!,permissions!")]
    [InlineData("AWS::S3::Bucket", """{"CorsConfiguration":{"CorsRules":[{"AllowedOrigins":["a"]}]}}""", """{"CorsConfiguration":{"CorsRules":[{"AllowedOrigins":["*"]}]}}""", "permissions!")]
    [InlineData("AWS::S3::Bucket", """{"CorsConfiguration":{"CorsRules":[{"AllowedOrigins":["*"]}]}}""", """{"CorsConfiguration":{"CorsRules":[{"AllowedOrigins":["a"]}]}}""", "interrupts!")]
    [InlineData("AWS::S3::Bucket", """{"CorsConfiguration":{"CorsRules":[{"AllowedOrigins":["a"]}]}}""", """{}""", "interrupts!")]
    [InlineData("AWS::CloudFront::ResponseHeadersPolicy", """{}""", """{"ResponseHeadersPolicyConfig":{"CorsConfig":{"AccessControlAllowOrigins":{"Items":["a"]}}}}""", "permissions")]
    [InlineData("AWS::S3::Bucket", """{}""", """{"VersioningConfiguration":{"Status":"Enabled"},"LifecycleConfiguration":{"Rules":[{"Status":"Enabled","NoncurrentVersionExpiration":{"NoncurrentDays":90}}]}}""", "losesData?")]
    [InlineData("AWS::Logs::LogGroup", """{"RetentionInDays":30}""", """{"RetentionInDays":7}""", "losesData!")]
    [InlineData("AWS::Logs::LogGroup", """{}""", """{"RetentionInDays":365}""", "losesData!")]
    [InlineData("AWS::Logs::LogGroup", """{"RetentionInDays":7}""", """{"RetentionInDays":30}""", "")]
    [InlineData("AWS::Logs::LogGroup", """{"RetentionInDays":7}""", """{}""", "")]
    [InlineData("AWS::Kinesis::Stream", """{"RetentionPeriodHours":48}""", """{}""", "losesData!")]
    [InlineData("AWS::ElastiCache::ReplicationGroup", """{"SnapshotRetentionLimit":7}""", """{"SnapshotRetentionLimit":1}""", "losesData!")]
    [InlineData("AWS::ElastiCache::ReplicationGroup", """{"CacheNodeType":"a"}""", """{"CacheNodeType":"b"}""", "interrupts!")]
    public void Change_Property_HasItsEffects(string type, string before, string after, string expected) =>
        Assert.Equal(expected, string.Join(',', Judge.Change(type, before, after)));

    [Fact]
    public void Change_RepositoryKeepsFewerImages_LosesThem()
    {
        static string Keep(int count) => $$$"""{"LifecyclePolicy":{"LifecyclePolicyText":"{\"rules\":[{\"selection\":{\"tagStatus\":\"any\",\"countType\":\"imageCountMoreThan\",\"countNumber\":{{{count}}}}}]}"}}""";

        Assert.Equal(["losesData!"], Judge.Change("AWS::ECR::Repository", Keep(100), Keep(10)));
        Assert.Equal(["losesData!"], Judge.Change("AWS::ECR::Repository", "{}", Keep(10)));
        Assert.Empty(Judge.Change("AWS::ECR::Repository", Keep(10), Keep(100)));
    }
}
