namespace Landfall.Mcp.Agreeing;

/// <summary>What a person is asked to agree to.</summary>
/// <param name="Tool">The tool that would be called.</param>
/// <param name="Arguments">What it would be called with.</param>
/// <param name="Text">What it would do.</param>
/// <param name="Word">What has to be typed for it, before what cannot be undone; null for a plain yes.</param>
/// <param name="Accept">What is agreed to with it: the digest of the change; null where there is none.</param>
internal sealed record Proposal(string Tool, string Arguments, string Text, string? Word, string? Accept);
