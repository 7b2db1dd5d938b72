using System.Text.Json;
using System.Text.Json.Nodes;
using Landfall.Config;
using Landfall.Operations;
using ModelContextProtocol.Protocol;

namespace Landfall.Mcp.Tools;

/// <summary>Why a tool did not do what it was asked, for a model to read: code, place and remedy, and never a stack trace.</summary>
internal static class ToolFailure
{
    /// <summary>Makes a tool's answer of a failure.</summary>
    /// <param name="exception">What ended the operation.</param>
    /// <param name="log">Gets what only a person may see.</param>
    /// <returns>The answer.</returns>
    public static CallToolResult Of(Exception exception, Action<string> log)
    {
        if (Known(exception) is { } known)
            return Of(known.Code, known.Message, known.Details);
        log($"{ErrorCodes.Bug} {exception}");
        return Of(ErrorCodes.Bug, "This is a bug in Landfall. The server's log has more: please report it.", null);
    }

    private static LandfallException? Known(Exception exception) => exception switch
    {
        LandfallException { Code: ErrorCodes.HarmNotAgreed } moved => new LandfallException(
            moved.Code, "What runs or what is wanted has moved on since somebody agreed to the change, and it would do other harm now. Nothing was done. Call the tool again to have the change of now agreed to.")
        {
            Details = moved.Details,
        },
        LandfallException e => e,
        _ when AwsFailure.Of(exception) is { } e => e,
        IOException or UnauthorizedAccessException => new LandfallException(
            ErrorCodes.FileAccess, $"{exception.Message.TrimEnd('.')}. Check that the path is there, and that the server may read and write it."),
        _ => null,
    };

    private static CallToolResult Of(string code, string message, object? details)
    {
        var error = ResultJson.Error(code, message, details);
        return new CallToolResult
        {
            IsError = true,
            Content = [new TextContentBlock { Text = details is null ? $"{code} {message}" : $"{code} {message}\n{error.ToJsonString(ResultJson.OneLine)}" }],
            StructuredContent = JsonSerializer.SerializeToElement(new JsonObject { ["error"] = error }),
        };
    }
}
