namespace Landfall.Operations.Deployment;

/// <summary>What to try after CloudFormation's commonest reasons for giving up.</summary>
internal static class FailureAdvice
{
    private static readonly (string Sign, string Advice)[] Known =
    [
        ("circuit breaker", "The new tasks did not become healthy. Look at the service's log group, and check the port, the health path and the image's architecture."),
        ("already exists", "Something with this name is there already, perhaps kept by an earlier 'destroy'. Take it back into the stack ('Come back' in docs/protect.md), rename it or delete it; then deploy again."),
        ("availabilityZone is invalid", "The account has other zones than were assumed. Run 'landfall network plan' for the same folder and environment, commit landfall.context.json, then deploy again."),
        ("AccessDenied", "The credentials lack a permission that the reason names."),
        ("not authorized", "The credentials lack a permission that the reason names."),
        ("LimitExceeded", "An AWS quota is reached. Ask for more in Service Quotas, or delete what is unused."),
        ("quota", "An AWS quota is reached. Ask for more in Service Quotas, or delete what is unused."),
        ("CannotPullContainer", "The image cannot be pulled. Check its name, and that the network reaches the registry: with 'nat: none' only ECR is reachable."),
        ("Resource is not in the state", "Another change is in progress. Wait for it to end, then deploy again."),
        ("certificate", "The certificate could not be issued. Check that the hosted zone is the one that the domain's registrar points to."),
    ];

    /// <summary>Finds advice for a reason.</summary>
    /// <param name="reason">CloudFormation's reason.</param>
    /// <returns>What to try.</returns>
    public static string For(string reason)
    {
        foreach (var (sign, advice) in Known)
        {
            if (reason.Contains(sign, StringComparison.OrdinalIgnoreCase))
                return advice;
        }

        return "Correct the cause and deploy again: CloudFormation has rolled the stack back to what it was.";
    }
}
