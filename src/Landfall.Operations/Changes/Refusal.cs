namespace Landfall.Operations.Changes;

/// <summary>A step that AWS would refuse in the middle of a deployment.</summary>
/// <param name="Subject">What it is about, as people call it.</param>
/// <param name="Stack">The stack.</param>
/// <param name="LogicalId">The resource's name in the template.</param>
/// <param name="Text">What was asked for, why AWS refuses it, and what to do instead.</param>
internal sealed record Refusal(string Subject, string Stack, string LogicalId, string Text);
