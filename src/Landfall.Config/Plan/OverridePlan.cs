using System.Text.Json.Nodes;

namespace Landfall.Config.Plan;

/// <summary>A patch of one synthesised resource.</summary>
/// <param name="Path">The resource's construct path, for example <c>shop-dev-api/TaskDefinition</c>.</param>
/// <param name="Property">The property path in CloudFormation's spelling, for example <c>Properties.Cpu</c>.</param>
/// <param name="Value">The new value as JSON, or null to delete the property.</param>
public sealed record OverridePlan(string Path, string Property, JsonNode? Value);
