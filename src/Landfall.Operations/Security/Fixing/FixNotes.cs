namespace Landfall.Operations.Security.Fixing;

/// <summary>What a person has to know of a fix before the file is used.</summary>
internal static class FixNotes
{
    private const string NewStore = "On a store that is there already this makes a new, empty one in its place: copy its data first.";
    private const string NewValue = "Make the old value invalid and put a new one into the secret: it stays in the history of the repository.";
    private const string OtherUser = "What the program writes to has to belong to that user, and its ports have to be above 1024.";

    private static readonly Dictionary<string, string> ByRule = new(StringComparer.Ordinal)
    {
        ["docker-root-user"] = OtherUser,
        ["docker-secret-in-variable"] = NewValue,
        ["k8s-root-user"] = OtherUser,
        ["k8s-may-be-root"] = "An image whose user is root does not start any more: set one in it.",
        ["k8s-writable-root"] = "/tmp stays writable; wherever else the program writes needs a volume.",
        ["k8s-capabilities-kept"] = "Add what the program needs to 'capabilities.add'.",
        ["k8s-no-limits"] = "The limits are what the container asks for: raise both where it needs more.",
        ["k8s-no-probes"] = "The probe opens the port; a path that says whether the program is well is better.",
        ["k8s-secret-in-variable"] = $"The pod waits until its Secret is there. {NewValue}",
        ["aws-ecs-writable-root"] = "/tmp stays writable; wherever else the program writes needs a volume.",
        ["aws-plain-secret"] = $"The deployment fails until the secret is in Secrets Manager, unless RDS makes it. {NewValue}",
        ["aws-visible-parameter"] = "The value has to be given at the deployment.",
        ["aws-s3-public-acl"] = "What was served from the bucket has to go through CloudFront.",
        ["aws-s3-public-access-allowed"] = "What was served from the bucket has to go through CloudFront.",
        ["aws-group-open-for-administration"] = "Session Manager opens a shell without a port.",
        ["secret-assigned"] = $"'landfall secret set' puts a value into it. {NewValue}",
    };

    /// <summary>The note of a rule's fix.</summary>
    /// <param name="rule">The rule's id.</param>
    /// <returns>The note, or null.</returns>
    public static string? Of(string rule) =>
        ByRule.TryGetValue(rule, out var note) ? note : rule is "aws-sqs-unencrypted" or "aws-kinesis-unencrypted" ? null : rule.EndsWith("-unencrypted", StringComparison.Ordinal) ? NewStore : null;
}
