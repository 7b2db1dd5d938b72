using System.Net.Sockets;
using System.Text.RegularExpressions;
using Amazon.Runtime;
using Landfall.Aws;
using Landfall.Config;

namespace Landfall.Operations;

/// <summary>Tells apart why AWS did not do what it was asked: no way to it, credentials that do not count, or a refusal.</summary>
internal static partial class AwsFailure
{
    private static readonly HashSet<string> CredentialCodes = new(StringComparer.Ordinal)
    {
        "AuthFailure", "ExpiredToken", "ExpiredTokenException", "IncompleteSignature", "InvalidAccessKeyId", "InvalidClientTokenId", "InvalidToken",
        "MissingAuthenticationToken", "SignatureDoesNotMatch", "UnrecognizedClientException",
    };

    // Of the clock: AWS takes requests that were signed less than five minutes ago, and S3 fifteen (AWS General Reference, Signature Version 4).
    private static readonly HashSet<string> ClockCodes = new(StringComparer.Ordinal) { "RequestExpired", "RequestInTheFuture", "RequestTimeTooSkewed" };

    // IAM User Guide, Troubleshoot access denied error messages; EC2 and S3 have words of their own.
    private static readonly HashSet<string> DeniedCodes = new(StringComparer.Ordinal)
    {
        "AccessDenied", "AccessDeniedException", "AuthorizationError", "AuthorizationErrorException", "UnauthorizedOperation",
    };

    /// <summary>Finds the error to report.</summary>
    /// <param name="exception">What was thrown, by Landfall's clients or the SDK's.</param>
    /// <returns>The error; null when the exception is none of AWS's or the network's.</returns>
    public static LandfallException? Of(Exception exception) => exception switch
    {
        AwsException e => Refused(e.Code, e.Message, e.IsTransient),
        AmazonServiceException { InnerException: HttpRequestException e } => Unreachable(e),
        AmazonServiceException e => Refused(e.ErrorCode, $"AWS answered {Code(e)}: {e.Message}", AwsException.IsTransientAnswer(e.ErrorCode ?? "", e.StatusCode)),
        AmazonClientException e => NotAccepted(e.Message),
        HttpRequestException or OperationCanceledException { InnerException: TimeoutException } => Unreachable(exception),

        // An answer that breaks off is no file that cannot be read.
        HttpIOException or IOException { InnerException: SocketException } => Unreachable(exception),
        _ => null,
    };

    private static LandfallException Refused(string? code, string message, bool isTransient) => code switch
    {
        not null when ClockCodes.Contains(code) || message.Contains("Signature expired", StringComparison.Ordinal) || message.Contains("Signature not yet current", StringComparison.Ordinal) =>
            new(ErrorCodes.Credentials, $"{Ended(message)} This machine's clock is wrong. Set it by a time server, and run the same command again."),
        not null when CredentialCodes.Contains(code) => NotAccepted(message),
        not null when DeniedCodes.Contains(code) => new(ErrorCodes.AwsRefused, $"{Ended(message)} {Denied(message)}"),
        _ when isTransient => new(
            ErrorCodes.AwsRefused, $"{Ended(message)} Landfall has tried several times. Wait a minute, and run the same command again; AWS says at https://health.aws.amazon.com where something is wrong."),
        _ => new(ErrorCodes.AwsRefused, message),
    };

    /// <summary>What to do about a right that is missing: the words that a policy needs, where AWS names them.</summary>
    private static string Denied(string message)
    {
        var boundary = message.Contains("service control policy", StringComparison.OrdinalIgnoreCase)
            ? " The organisation's policy forbids it, so that no role of the account can do it."
            : message.Contains("explicit deny", StringComparison.OrdinalIgnoreCase) ? " A policy denies it, so that one which allows it does not help." : "";
        return AllowedAction().Match(message) is { Success: true } action
            ? $"The credentials lack the permission '{action.Value}'.{boundary} Ask for it, or take another profile (AWS_PROFILE)."
            : $"The credentials lack a permission for this.{boundary} Ask for it, or take another profile (AWS_PROFILE).";
    }

    private static string Ended(string message) => message.TrimEnd('.', ' ') + ".";

    [GeneratedRegex("(?<=not authorized to perform: ?)[a-z0-9-]+:[A-Za-z]+", RegexOptions.CultureInvariant)]
    private static partial Regex AllowedAction();

    /// <summary>An answer that is none of the service's own, such as a proxy's, has a status only.</summary>
    private static string Code(AmazonServiceException e) => string.IsNullOrEmpty(e.ErrorCode) ? $"{(int)e.StatusCode} {e.StatusCode}" : e.ErrorCode;

    /// <summary>Where no credentials are found, the SDK goes on with a list of every place that it looked in.</summary>
    private static string Brief(string message) => message.Split('\n')[0].Split(" The credential providers")[0].TrimEnd('.');

    private static LandfallException NotAccepted(string message) => new(
        ErrorCodes.Credentials,
        $"AWS does not accept the credentials: {Brief(message)}. Sign in ('aws sso login', or set AWS_PROFILE) and run the same command again, or add --local for the local AWS.");

    private static LandfallException Unreachable(Exception e) => new(
        ErrorCodes.NoAnswer,
        $"{e.Message.TrimEnd('.')}. Check the network and any proxy. If the local AWS has ended, 'landfall local start' starts an empty one.");
}
