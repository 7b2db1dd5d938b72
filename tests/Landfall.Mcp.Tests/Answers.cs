using System.Text.Json;
using ModelContextProtocol.Protocol;

namespace Landfall.Mcp.Tests;

/// <summary>What people answer, and what tools say.</summary>
internal static class Answers
{
    public static ElicitResult Yes { get; } = Accept("agree", "true");

    public static ElicitResult No { get; } = new() { Action = "decline" };

    public static ElicitResult Accept(string name, string json) =>
        new() { Action = "accept", Content = new Dictionary<string, JsonElement> { [name] = JsonDocument.Parse(json).RootElement } };

    public static string Text(this CallToolResult result) => ((TextContentBlock)result.Content.Single()).Text;

    public static string ErrorCode(this CallToolResult result)
    {
        Assert.True(result.IsError, result.Text());
        return result.StructuredContent!.Value.GetProperty("error").GetProperty("code").GetString()!;
    }
}
