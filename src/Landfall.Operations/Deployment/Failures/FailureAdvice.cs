using System.Text.RegularExpressions;
using Landfall.Config.Stacks;

namespace Landfall.Operations.Deployment.Failures;

/// <summary>What to try after a resource failed. Advice is right or absent: it depends on codes and types, not on loose words.</summary>
internal static partial class FailureAdvice
{
    private const string NameIsTaken =
        "Something with this name is there already: kept by an earlier 'destroy', made by hand, or part of another stack. What the file names in 'awsName' comes in by 'landfall import'. Otherwise take it back into the stack ('Come back' in docs/protect.md), rename it or delete it; then deploy again.";

    private static readonly (Func<StackFailure, FailureCause, bool> Fits, string Advice)[] Known =
    [
        (Pulls, "The image cannot be pulled. Check its name and tag, that it is built for the service's architecture, and that the network reaches the registry: with 'nat: none' only ECR is reachable."),
        (Released, "Nothing was replaced: services run what they ran. Look at what is above, mend the command or what it meets, and deploy again: it runs again first."),
        (Unstable, "The new tasks did not become healthy. Look at what is above and at the service's log group, and check the port, the health path, the memory and the image's architecture."),
        (Taken, NameIsTaken),
        ((_, c) => c.Says("a custom-named resource requires replacing"), "What was changed can only be given to a new resource, and the name belongs to the one that is there. Undo the change, or add a new one under another name, move the data over, and then remove the old one."),
        ((_, c) => c.Says("more than one GSI creation or deletion"), "DynamoDB adds or removes one index at a time. Change one index, deploy, then change the next."),
        ((f, c) => f.Type == "AWS::EC2::Subnet" && c.Says("availabilityZone is invalid"), "The account has other zones than were assumed. Run 'landfall network plan' for the same folder and environment, commit landfall.context.json, then deploy again."),
        (Forbidden, "The credentials, or a role that the reason names, lack a permission. Have it granted, then deploy again."),
        (PolicyTooLarge, "The role's policy is longer than IAM takes. Take out of 'uses' what the service does not need, or split the service in two."),
        (QuotaReached, "An AWS quota is reached. Ask for more in Service Quotas, or delete what is unused."),
        (NewMajorVersion, "A new major version has to be allowed and cannot be undone. Take a snapshot first."),
        ((_, c) => c.Is("ResourceConflict", "OperationAborted", "ConcurrentModificationException"), "Another change of the same thing is in progress. Wait for it to end, then deploy again."),
        ((f, c) => f.Type == "AWS::CertificateManager::Certificate" && c.Is("NotStabilized", "GeneralServiceException"), "The certificate could not be issued. Check that the hosted zone is the one that the domain's registrar points to."),
    ];

    /// <summary>Finds advice.</summary>
    /// <param name="failure">What failed.</param>
    /// <returns>What to try; null when nothing is known that helps.</returns>
    public static string? For(StackFailure failure)
    {
        var cause = FailureCause.Read(failure.Reason);
        foreach (var (fits, advice) in Known)
        {
            if (fits(failure, cause))
                return advice;
        }

        return failure.StackStatus switch
        {
            "UPDATE_ROLLBACK_COMPLETE" => "Correct the cause and deploy again: CloudFormation has rolled the stack back to what it was.",
            "UPDATE_ROLLBACK_FAILED" => "CloudFormation could not roll the stack back. Mend the cause, run 'landfall repair', then deploy again.",
            "ROLLBACK_COMPLETE" or "ROLLBACK_FAILED" or "CREATE_FAILED" => "Correct the cause and deploy again: the next deployment first deletes what this one has left of the stack.",
            _ => null,
        };
    }

    /// <summary>
    /// Finds advice where CloudFormation has refused a change before it began. It looks for names that are taken when a change
    /// set is made (CloudFormation User Guide, "Validate stack deployments", since November 2025: no event tells it, and the
    /// CDK CLI prints <c>Resource of type '…' with identifier '…' already exists</c>).
    /// </summary>
    /// <param name="output">What the CDK CLI printed.</param>
    /// <returns>What to try; null when nothing is known that helps.</returns>
    public static string? ForRefusal(string output) =>
        TakenName().IsMatch(output) || output.Contains("AWS::EarlyValidation::ResourceExistenceCheck", StringComparison.Ordinal) ? NameIsTaken : null;

    // The CDK CLI breaks long lines.
    [GeneratedRegex(@"Resource of type '[\w:]+' with identifier\s+'[^']+'\s+already\s+exists")]
    private static partial Regex TakenName();

    private static bool Pulls(StackFailure failure, FailureCause cause) =>
        (failure.Type == "AWS::ECS::Service" || Released(failure, cause)) && failure.Evidence.Append(cause.Text).Any(t => t.Contains("CannotPull", StringComparison.Ordinal));

    private static bool Released(StackFailure failure, FailureCause cause) =>
        failure is { Type: "AWS::ECS::TaskDefinition", Resource: ReleaseTask.TaskDefinition } && cause.Handler.Length == 0;

    private static bool Unstable(StackFailure failure, FailureCause cause) =>
        failure.Type == "AWS::ECS::Service" && (cause.Is("NotStabilized") || cause.Says("Circuit Breaker was triggered") || failure.Evidence.Count > 0);

    private static bool Taken(StackFailure failure, FailureCause cause) =>
        cause.Is("AlreadyExists", "ResourceAlreadyExistsException", "EntityAlreadyExists", "BucketAlreadyOwnedByYou", "BucketAlreadyExists", "QueueAlreadyExists", "RepositoryAlreadyExistsException")
        || (cause.Handler.Length == 0 && cause.Service.Length == 0 && cause.Says(" already exists"));

    private static bool Forbidden(StackFailure failure, FailureCause cause) =>
        cause.Is("AccessDenied", "AccessDeniedException", "UnauthorizedOperation", "UnauthorizedTaggingOperation", "InvalidCredentials")
        || cause.Says(" is not authorized to perform: ");

    /// <summary>IAM counts characters of policies under the same code as numbers of roles.</summary>
    private static bool PolicyTooLarge(StackFailure failure, FailureCause cause) =>
        IsIam(failure) && (cause.Says("Maximum policy size") || cause.Says("PolicySize"));

    private static bool QuotaReached(StackFailure failure, FailureCause cause) =>
        !PolicyTooLarge(failure, cause)
        && (cause.Is("ServiceLimitExceeded", "ServiceQuotaExceededException", "LimitExceeded", "LimitExceededException", "TooManyBuckets")
            || cause.Service.EndsWith("LimitExceeded", StringComparison.Ordinal) || cause.Service.EndsWith("QuotaExceeded", StringComparison.Ordinal))
        && !failure.Type.StartsWith("AWS::DynamoDB::", StringComparison.Ordinal); // there it means too many changes at once

    private static bool NewMajorVersion(StackFailure failure, FailureCause cause) =>
        failure.Type is "AWS::RDS::DBCluster" or "AWS::RDS::DBInstance" && cause.Says("AllowMajorVersionUpgrade flag");

    private static bool IsIam(StackFailure failure) => failure.Type.StartsWith("AWS::IAM::", StringComparison.Ordinal);
}
