using Landfall.Operations.Deployment;
using Landfall.Operations.Deployment.Failures;

namespace Landfall.Operations.Tests.Deployment.Failures;

public sealed class FailureAdviceTests
{
    private const string Pulls = "The image cannot be pulled. Check its name and tag, that it is built for the service's architecture, and that the network reaches the registry: with 'nat: none' only ECR is reachable.";
    private const string Unhealthy = "The new tasks did not become healthy. Look at what is above and at the service's log group, and check the port, the health path, the memory and the image's architecture.";
    private const string NameIsTaken = "Something with this name is there already: kept by an earlier 'destroy', made by hand, or part of another stack. What the file names in 'awsName' comes in by 'landfall import'. Otherwise take it back into the stack ('Come back' in docs/protect.md), rename it or delete it; then deploy again.";
    private const string Replacing = "What was changed can only be given to a new resource, and the name belongs to the one that is there. Undo the change, or add a new one under another name, move the data over, and then remove the old one.";
    private const string OneIndex = "DynamoDB adds or removes one index at a time. Change one index, deploy, then change the next.";
    private const string Zones = "The account has other zones than were assumed. Run 'landfall network plan' for the same folder and environment, commit landfall.context.json, then deploy again.";
    private const string Forbidden = "The credentials, or a role that the reason names, lack a permission. Have it granted, then deploy again.";
    private const string PolicyTooLong = "The role's policy is longer than IAM takes. Take out of 'uses' what the service does not need, or split the service in two.";
    private const string Quota = "An AWS quota is reached. Ask for more in Service Quotas, or delete what is unused.";
    private const string MajorVersion = "A new major version has to be allowed and cannot be undone. Take a snapshot first.";
    private const string InProgress = "Another change of the same thing is in progress. Wait for it to end, then deploy again.";
    private const string Left = "Correct the cause and deploy again: the next deployment first deletes what this one has left of the stack.";
    private const string Certificate = "The certificate could not be issued. Check that the hosted zone is the one that the domain's registrar points to.";

    [Theory]
    [InlineData("AWS::ECS::Service", "Resource handler returned message: \"Error occurred during operation 'ECS Deployment Circuit Breaker was triggered'.\" (RequestToken: 1, HandlerErrorCode: GeneralServiceException)", Unhealthy)]
    [InlineData("AWS::ECS::Service", "Resource handler returned message: \"…\" (RequestToken: 1, HandlerErrorCode: NotStabilized)", Unhealthy)]
    [InlineData("AWS::SQS::Queue", "Resource handler returned message: \"…\" (RequestToken: 1, HandlerErrorCode: AlreadyExists)", NameIsTaken)]
    [InlineData("AWS::SQS::Queue", "shop-dev-emails already exists in stack arn:…", NameIsTaken)]
    [InlineData("AWS::IAM::Role", "Role with name x already exists. (Service: AmazonIdentityManagement; Status Code: 409; Error Code: EntityAlreadyExists; Request ID: 1)", NameIsTaken)]
    [InlineData("AWS::DynamoDB::Table", "CloudFormation cannot update a stack when a custom-named resource requires replacing. Rename shop-dev-audit and update the stack again.", Replacing)]
    [InlineData("AWS::DynamoDB::Table", "Cannot perform more than one GSI creation or deletion in a single update", OneIndex)]
    [InlineData("AWS::ECS::Service", "User: arn:aws:sts::1:x is not authorized to perform: ecs:CreateService on resource: y", Forbidden)]
    [InlineData("AWS::S3::Bucket", "Access Denied (Service: S3, Status Code: 403, Request ID: 1) (RequestToken: 1, HandlerErrorCode: AccessDenied)", Forbidden)]
    [InlineData("AWS::EC2::Subnet", "Value (us-west-1c) for parameter availabilityZone is invalid. Subnets can currently only be created in …", Zones)]
    [InlineData("AWS::EC2::VPC", "The maximum number of VPCs has been reached. (Service: AmazonEC2; Status Code: 400; Error Code: VpcLimitExceeded; Request ID: 1)", Quota)]
    [InlineData("AWS::IAM::Role", "Cannot exceed quota for RolesPerAccount: 1000 (Service: Iam, Status Code: 409) (RequestToken: 1, HandlerErrorCode: ServiceLimitExceeded)", Quota)]
    [InlineData("AWS::IAM::Policy", "Maximum policy size of 10240 bytes exceeded for role x (Service: AmazonIdentityManagement; Status Code: 409; Error Code: LimitExceeded; Request ID: 1)", PolicyTooLong)]
    [InlineData("AWS::RDS::DBInstance", "The AllowMajorVersionUpgrade flag must be present when upgrading to a new major version.", MajorVersion)]
    [InlineData("AWS::Logs::LogGroup", "… (RequestToken: 1, HandlerErrorCode: ResourceConflict)", InProgress)]
    [InlineData("AWS::CertificateManager::Certificate", "… (RequestToken: 1, HandlerErrorCode: NotStabilized)", Certificate)]
    [InlineData("AWS::X::Y", "… (Service: X; Status Code: 400; Error Code: ResourceAlreadyExistsException; Request ID: 1)", NameIsTaken)]
    [InlineData("AWS::X::Y", "… (Service: X; Status Code: 400; Error Code: BucketAlreadyOwnedByYou; Request ID: 1)", NameIsTaken)]
    [InlineData("AWS::X::Y", "… (Service: X; Status Code: 400; Error Code: BucketAlreadyExists; Request ID: 1)", NameIsTaken)]
    [InlineData("AWS::X::Y", "… (Service: X; Status Code: 400; Error Code: QueueAlreadyExists; Request ID: 1)", NameIsTaken)]
    [InlineData("AWS::X::Y", "… (Service: X; Status Code: 400; Error Code: RepositoryAlreadyExistsException; Request ID: 1)", NameIsTaken)]
    [InlineData("AWS::X::Y", "… (Service: X; Status Code: 400; Error Code: AccessDeniedException; Request ID: 1)", Forbidden)]
    [InlineData("AWS::X::Y", "… (Service: X; Status Code: 400; Error Code: UnauthorizedOperation; Request ID: 1)", Forbidden)]
    [InlineData("AWS::X::Y", "… (RequestToken: 1, HandlerErrorCode: UnauthorizedTaggingOperation)", Forbidden)]
    [InlineData("AWS::X::Y", "… (RequestToken: 1, HandlerErrorCode: InvalidCredentials)", Forbidden)]
    [InlineData("AWS::IAM::ManagedPolicy", "Cannot exceed quota for PolicySize: 6144 (Service: Iam, Status Code: 409) (RequestToken: 1, HandlerErrorCode: ServiceLimitExceeded)", PolicyTooLong)]
    [InlineData("AWS::X::Y", "… (Service: X; Status Code: 400; Error Code: ServiceQuotaExceededException; Request ID: 1)", Quota)]
    [InlineData("AWS::X::Y", "… (Service: X; Status Code: 400; Error Code: LimitExceeded; Request ID: 1)", Quota)]
    [InlineData("AWS::X::Y", "… (Service: X; Status Code: 400; Error Code: LimitExceededException; Request ID: 1)", Quota)]
    [InlineData("AWS::X::Y", "… (Service: X; Status Code: 400; Error Code: TooManyBuckets; Request ID: 1)", Quota)]
    [InlineData("AWS::X::Y", "… (Service: X; Status Code: 400; Error Code: DBClusterQuotaExceeded; Request ID: 1)", Quota)]
    [InlineData("AWS::RDS::DBCluster", "The AllowMajorVersionUpgrade flag must be present when upgrading to a new major version.", MajorVersion)]
    [InlineData("AWS::X::Y", "… (Service: X; Status Code: 400; Error Code: OperationAborted; Request ID: 1)", InProgress)]
    [InlineData("AWS::X::Y", "… (Service: X; Status Code: 400; Error Code: ConcurrentModificationException; Request ID: 1)", InProgress)]
    [InlineData("AWS::CertificateManager::Certificate", "… (RequestToken: 1, HandlerErrorCode: GeneralServiceException)", Certificate)]
    [InlineData("AWS::ECS::Service", "CannotPullContainerError: pull image manifest has been retried 5 time(s)", Pulls)]
    public void For_KnownCodeOfItsType_SaysWhatToTry(string type, string reason, string expected) =>
        Assert.Equal(expected, FailureAdvice.For(new StackFailure("shop-dev-data", "Thing", type, reason)));

    [Theory]
    [InlineData("AWS::IAM::Policy", "Maximum policy size of 10240 bytes exceeded for role x (Service: AmazonIdentityManagement; Status Code: 409; Error Code: LimitExceeded; Request ID: 1)", "Service Quotas")]
    [InlineData("AWS::DynamoDB::Table", "Subscriber limit exceeded: Only 1 online index can be created or deleted simultaneously per table (Service: DynamoDb, Status Code: 400; Error Code: LimitExceededException; Request ID: 1)", "Service Quotas")]
    [InlineData("AWS::DynamoDB::Table", "CloudFormation cannot update a stack when a custom-named resource requires replacing. Rename shop-dev-audit and update the stack again.", "destroy")]
    [InlineData("AWS::Lambda::Function", "The handler said: certificate has expired", "registrar")]
    [InlineData("AWS::S3::BucketPolicy", "Policy has an invalid quota of conditions (RequestToken: 1, HandlerErrorCode: InvalidRequest)", "Service Quotas")]
    [InlineData("AWS::RDS::DBInstance", "Cannot find version 99 for postgres (RequestToken: 1, HandlerErrorCode: InvalidRequest)", "snapshot")]
    [InlineData("AWS::ElasticLoadBalancingV2::Listener", "Certificate already exists in another form (RequestToken: 1, HandlerErrorCode: InvalidRequest)", "docs/protect.md")]
    [InlineData("AWS::Lambda::Function", "CannotPullContainerError", "cannot be pulled")]
    [InlineData("AWS::Lambda::Function", "Circuit Breaker was triggered", "did not become healthy")]
    [InlineData("AWS::EC2::Instance", "Value (us-west-1c) for parameter availabilityZone is invalid.", "network plan")]
    [InlineData("AWS::EC2::Subnet", "The CIDR '10.0.0.0/8' is invalid.", "network plan")]
    [InlineData("AWS::CertificateManager::Certificate", "… (RequestToken: 1, HandlerErrorCode: InvalidRequest)", "registrar")]
    [InlineData("AWS::SQS::Queue", "… (RequestToken: 1, HandlerErrorCode: NotStabilized)", "registrar")]
    [InlineData("AWS::S3::Bucket", "Cannot exceed quota for PolicySize: 20480", "longer than IAM takes")]
    [InlineData("AWS::Redshift::Cluster", "The AllowMajorVersionUpgrade flag must be present.", "snapshot")]
    public void For_WordsOfAnotherMatter_DoesNotMislead(string type, string reason, string misleading)
    {
        var advice = FailureAdvice.For(new StackFailure("shop-dev-data", "Thing", type, reason) { StackStatus = "UPDATE_ROLLBACK_COMPLETE" });

        Assert.DoesNotContain(misleading, advice, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("UPDATE_ROLLBACK_COMPLETE", "Correct the cause and deploy again: CloudFormation has rolled the stack back to what it was.")]
    [InlineData("UPDATE_ROLLBACK_FAILED", "CloudFormation could not roll the stack back. Mend the cause, run 'landfall repair', then deploy again.")]
    [InlineData("ROLLBACK_COMPLETE", Left)]
    [InlineData("ROLLBACK_FAILED", Left)]
    [InlineData("CREATE_FAILED", Left)]
    [InlineData("", null)]
    [InlineData("UPDATE_COMPLETE", null)]
    public void For_UnknownReason_SaysOnlyWhatTheStackIsInNow(string status, string? expected) => Assert.Equal(
        expected, FailureAdvice.For(new StackFailure("shop-dev-data", "Thing", "AWS::SQS::Queue", "Nobody has seen this before.") { StackStatus = status }));

    [Fact]
    public void For_ImageThatCannotBePulled_SaysSoBeforeAnythingOfHealth()
    {
        var failure = new StackFailure("shop-dev-api", "Service", "AWS::ECS::Service", "Circuit Breaker was triggered")
        {
            Evidence = ["Task failed to start", "container 'api' did not start: CannotPullContainerError: pull image manifest has been retried"],
        };

        Assert.Equal(Pulls, FailureAdvice.For(failure));
    }

    [Fact]
    public void For_ServiceWhoseTasksAreKnownToFail_SpeaksOfThem()
    {
        var failure = new StackFailure("shop-dev-api", "Service", "AWS::ECS::Service", "Given up, because its tasks fail.") { Evidence = ["container 'api' ended with exit code 1"] };

        Assert.Equal(Unhealthy, FailureAdvice.For(failure));
    }

    [Theory]
    [InlineData("Early validation failed for change set cdk-deploy-change-set:\n  Resource of type 'AWS::Logs::LogGroup' with identifier '/shop/dev/api' already exists. (at\n  /Resources/ApiLog)", true)]
    [InlineData("Resource of type 'AWS::S3::Bucket' with identifier\n  'shop-dev-files' already\n  exists.", true)]
    [InlineData("The following hook(s)/validation failed: [AWS::EarlyValidation::ResourceExistenceCheck]. To troubleshoot Early Validation errors, use the DescribeEvents API", true)]
    [InlineData("Required property [PolicyName] not found (at /Resources/BadPolicy/Properties)", false)]
    [InlineData("Stack shop-dev-data already exists", false)]
    public void ForRefusal_OutputOfTheCdkCli_AdvisesWhereANameIsTaken(string output, bool expected) =>
        Assert.Equal(expected ? NameIsTaken : null, FailureAdvice.ForRefusal(output));

    [Theory]
    [InlineData("ReleaseTaskDefinition", "Essential container in task exited", "container 'api' ended with exit code 1", "Nothing was replaced: services run what they ran. Look at what is above, mend the command or what it meets, and deploy again: it runs again first.")]
    [InlineData("ReleaseTaskDefinition", "Task failed to start", "container 'api' did not start: CannotPullContainerError: no", Pulls)]
    [InlineData("ReleaseTaskDefinition", "… (RequestToken: 1, HandlerErrorCode: ServiceLimitExceeded)", "", Quota)]
    [InlineData("TaskDefinition", "Essential container in task exited", "", null)]
    public void For_ReleaseCommand_SaysThatNothingWasReplaced(string resource, string reason, string evidence, string? advice) =>
        Assert.Equal(advice, FailureAdvice.For(new StackFailure("shop-dev-api", resource, "AWS::ECS::TaskDefinition", reason) { Evidence = evidence.Length == 0 ? [] : [evidence] }));
}
