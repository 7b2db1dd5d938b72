using Landfall.Operations.Deployment;
using Landfall.Operations.Deployment.Failures;

namespace Landfall.Operations.Tests.Deployment.Failures;

public sealed class FailureAdviceTests
{
    [Theory]
    [InlineData("AWS::ECS::Service", "Resource handler returned message: \"Error occurred during operation 'ECS Deployment Circuit Breaker was triggered'.\" (RequestToken: 1, HandlerErrorCode: GeneralServiceException)", "did not become healthy")]
    [InlineData("AWS::ECS::Service", "Resource handler returned message: \"…\" (RequestToken: 1, HandlerErrorCode: NotStabilized)", "did not become healthy")]
    [InlineData("AWS::SQS::Queue", "Resource handler returned message: \"…\" (RequestToken: 1, HandlerErrorCode: AlreadyExists)", "docs/protect.md")]
    [InlineData("AWS::SQS::Queue", "shop-dev-emails already exists in stack arn:…", "docs/protect.md")]
    [InlineData("AWS::IAM::Role", "Role with name x already exists. (Service: AmazonIdentityManagement; Status Code: 409; Error Code: EntityAlreadyExists; Request ID: 1)", "docs/protect.md")]
    [InlineData("AWS::DynamoDB::Table", "CloudFormation cannot update a stack when a custom-named resource requires replacing. Rename shop-dev-audit and update the stack again.", "under another name")]
    [InlineData("AWS::DynamoDB::Table", "Cannot perform more than one GSI creation or deletion in a single update", "one index at a time")]
    [InlineData("AWS::ECS::Service", "User: arn:aws:sts::1:x is not authorized to perform: ecs:CreateService on resource: y", "lack a permission")]
    [InlineData("AWS::S3::Bucket", "Access Denied (Service: S3, Status Code: 403, Request ID: 1) (RequestToken: 1, HandlerErrorCode: AccessDenied)", "lack a permission")]
    [InlineData("AWS::EC2::Subnet", "Value (us-west-1c) for parameter availabilityZone is invalid. Subnets can currently only be created in …", "network plan")]
    [InlineData("AWS::EC2::VPC", "The maximum number of VPCs has been reached. (Service: AmazonEC2; Status Code: 400; Error Code: VpcLimitExceeded; Request ID: 1)", "Service Quotas")]
    [InlineData("AWS::IAM::Role", "Cannot exceed quota for RolesPerAccount: 1000 (Service: Iam, Status Code: 409) (RequestToken: 1, HandlerErrorCode: ServiceLimitExceeded)", "Service Quotas")]
    [InlineData("AWS::IAM::Policy", "Maximum policy size of 10240 bytes exceeded for role x (Service: AmazonIdentityManagement; Status Code: 409; Error Code: LimitExceeded; Request ID: 1)", "longer than IAM takes")]
    [InlineData("AWS::RDS::DBInstance", "The AllowMajorVersionUpgrade flag must be present when upgrading to a new major version.", "snapshot")]
    [InlineData("AWS::Logs::LogGroup", "… (RequestToken: 1, HandlerErrorCode: ResourceConflict)", "in progress")]
    [InlineData("AWS::CertificateManager::Certificate", "… (RequestToken: 1, HandlerErrorCode: NotStabilized)", "registrar")]
    public void For_KnownCodeOfItsType_SaysWhatToTry(string type, string reason, string expected) =>
        Assert.Contains(expected, FailureAdvice.For(new StackFailure("shop-dev-data", "Thing", type, reason)), StringComparison.Ordinal);

    [Theory]
    [InlineData("AWS::IAM::Policy", "Maximum policy size of 10240 bytes exceeded for role x (Service: AmazonIdentityManagement; Status Code: 409; Error Code: LimitExceeded; Request ID: 1)", "Service Quotas")]
    [InlineData("AWS::DynamoDB::Table", "Subscriber limit exceeded: Only 1 online index can be created or deleted simultaneously per table (Service: DynamoDb, Status Code: 400; Error Code: LimitExceededException; Request ID: 1)", "Service Quotas")]
    [InlineData("AWS::DynamoDB::Table", "CloudFormation cannot update a stack when a custom-named resource requires replacing. Rename shop-dev-audit and update the stack again.", "destroy")]
    [InlineData("AWS::Lambda::Function", "The handler said: certificate has expired", "registrar")]
    [InlineData("AWS::S3::BucketPolicy", "Policy has an invalid quota of conditions (RequestToken: 1, HandlerErrorCode: InvalidRequest)", "Service Quotas")]
    [InlineData("AWS::RDS::DBInstance", "Cannot find version 99 for postgres (RequestToken: 1, HandlerErrorCode: InvalidRequest)", "snapshot")]
    [InlineData("AWS::ElasticLoadBalancingV2::Listener", "Certificate already exists in another form (RequestToken: 1, HandlerErrorCode: InvalidRequest)", "docs/protect.md")]
    [InlineData("AWS::Lambda::Function", "CannotPullContainerError", "cannot be pulled")]
    public void For_WordsOfAnotherMatter_DoesNotMislead(string type, string reason, string misleading)
    {
        var advice = FailureAdvice.For(new StackFailure("shop-dev-data", "Thing", type, reason) { StackStatus = "UPDATE_ROLLBACK_COMPLETE" });

        Assert.DoesNotContain(misleading, advice, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("UPDATE_ROLLBACK_COMPLETE", "rolled the stack back to what it was")]
    [InlineData("ROLLBACK_COMPLETE", "first deletes what this one has left")]
    [InlineData("ROLLBACK_FAILED", "first deletes what this one has left")]
    [InlineData("UPDATE_ROLLBACK_FAILED", "continue-update-rollback --stack-name shop-dev-data")]
    [InlineData("", null)]
    [InlineData("UPDATE_COMPLETE", null)]
    public void For_UnknownReason_SaysOnlyWhatTheStackIsInNow(string status, string? expected)
    {
        var advice = FailureAdvice.For(new StackFailure("shop-dev-data", "Thing", "AWS::SQS::Queue", "Nobody has seen this before.") { StackStatus = status });

        if (expected is null)
            Assert.Null(advice);
        else
            Assert.Contains(expected, advice, StringComparison.Ordinal);
    }

    [Fact]
    public void For_ImageThatCannotBePulled_SaysSoBeforeAnythingOfHealth()
    {
        var failure = new StackFailure("shop-dev-api", "Service", "AWS::ECS::Service", "Circuit Breaker was triggered")
        {
            Evidence = ["Task failed to start", "container 'api' did not start: CannotPullContainerError: pull image manifest has been retried"],
        };

        Assert.Contains("cannot be pulled", FailureAdvice.For(failure), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Early validation failed for change set cdk-deploy-change-set:\n  Resource of type 'AWS::Logs::LogGroup' with identifier '/shop/dev/api' already exists. (at\n  /Resources/ApiLog)", true)]
    [InlineData("Resource of type 'AWS::S3::Bucket' with identifier\n  'shop-dev-files' already\n  exists.", true)]
    [InlineData("The following hook(s)/validation failed: [AWS::EarlyValidation::ResourceExistenceCheck]. To troubleshoot Early Validation errors, use the DescribeEvents API", true)]
    [InlineData("Required property [PolicyName] not found (at /Resources/BadPolicy/Properties)", false)]
    [InlineData("Stack shop-dev-data already exists", false)]
    public void ForRefusal_OutputOfTheCdkCli_AdvisesWhereANameIsTaken(string output, bool expected) =>
        Assert.Equal(expected, FailureAdvice.ForRefusal(output)?.Contains("docs/protect.md", StringComparison.Ordinal) ?? false);
}
