using System.Text.RegularExpressions;

namespace Landfall.Operations.Deployment.Failures;

/// <summary>The codes in CloudFormation's reason for giving a resource up.</summary>
/// <remarks>
/// Reasons end with what refused: <c>(RequestToken: …, HandlerErrorCode: AlreadyExists)</c> for types of the registry (its
/// codes are in the CloudFormation CLI User Guide, "Handler error codes"), and <c>(Service: AmazonRDS; Status Code: 400; Error
/// Code: DBInstanceNotFound; …)</c> for older ones. ECS begins its own with the kind of error: <c>CannotPullContainerError: …</c>.
/// </remarks>
/// <param name="Handler">The handler's error code; empty when there is none.</param>
/// <param name="Service">The service's error code; empty when there is none.</param>
/// <param name="Text">The whole reason.</param>
internal sealed partial record FailureCause(string Handler, string Service, string Text)
{
    /// <summary>Reads a reason.</summary>
    /// <param name="reason">CloudFormation's reason.</param>
    /// <returns>Its codes.</returns>
    public static FailureCause Read(string reason) =>
        new(HandlerCode().Match(reason).Groups[1].Value, ServiceCode().Match(reason).Groups[1].Value, reason);

    /// <summary>Whether one of the codes is there.</summary>
    /// <param name="codes">Codes of handlers or services.</param>
    /// <returns>True or false.</returns>
    public bool Is(params ReadOnlySpan<string> codes) =>
        (Handler.Length > 0 && codes.Contains(Handler)) || (Service.Length > 0 && codes.Contains(Service));

    /// <summary>Whether AWS's words are in the reason, where it has no code for them.</summary>
    /// <param name="words">The words.</param>
    /// <returns>True or false.</returns>
    public bool Says(string words) => Text.Contains(words, StringComparison.OrdinalIgnoreCase);

    [GeneratedRegex(@"HandlerErrorCode: (\w+)")]
    private static partial Regex HandlerCode();

    [GeneratedRegex(@"Error Code: ([\w.]+)")]
    private static partial Regex ServiceCode();
}
