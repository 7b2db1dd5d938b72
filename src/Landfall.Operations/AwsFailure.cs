using Amazon.Runtime;
using Landfall.Aws;
using Landfall.Config;

namespace Landfall.Operations;

/// <summary>Tells apart why AWS did not do what it was asked: no way to it, credentials that do not count, or a refusal.</summary>
internal static class AwsFailure
{
    private static readonly HashSet<string> CredentialCodes = new(StringComparer.Ordinal)
    {
        "AuthFailure", "ExpiredToken", "ExpiredTokenException", "IncompleteSignature", "InvalidAccessKeyId", "InvalidClientTokenId", "InvalidToken",
        "MissingAuthenticationToken", "RequestExpired", "SignatureDoesNotMatch", "UnrecognizedClientException",
    };

    /// <summary>Finds the error to report.</summary>
    /// <param name="exception">What was thrown, by Landfall's clients or the SDK's.</param>
    /// <returns>The error; null when the exception is none of AWS's or the network's.</returns>
    public static LandfallException? Of(Exception exception) => exception switch
    {
        AwsException e => Refused(e.Code, e.Message),
        AmazonServiceException { InnerException: HttpRequestException e } => Unreachable(e),
        AmazonServiceException e => Refused(e.ErrorCode, $"AWS answered {Code(e)}: {e.Message}"),
        AmazonClientException e => NotAccepted(e.Message),
        HttpRequestException or OperationCanceledException { InnerException: TimeoutException } => Unreachable(exception),
        _ => null,
    };

    private static LandfallException Refused(string? code, string message) =>
        code is not null && CredentialCodes.Contains(code) ? NotAccepted(message) : new(ErrorCodes.AwsRefused, message);

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
