using System.Text.Json.Nodes;

namespace Landfall.Operations.Changes.Evaluation;

/// <summary>A resource of a template with the values of its properties.</summary>
/// <param name="Stack">The stack's name.</param>
/// <param name="LogicalId">Its name in the template.</param>
/// <param name="Type">Its type.</param>
/// <param name="Properties">Its properties; every scalar is text.</param>
/// <param name="DeletionPolicy">What becomes of it when it leaves the template, or null for AWS's default.</param>
/// <param name="UpdateReplacePolicy">What becomes of it when another one takes its place, or null for deletion.</param>
/// <param name="Path">Where it stands in the program that made the template.</param>
internal sealed record EvaluatedResource(
    string Stack, string LogicalId, string Type, JsonObject Properties, string? DeletionPolicy, string? UpdateReplacePolicy, string Path);
