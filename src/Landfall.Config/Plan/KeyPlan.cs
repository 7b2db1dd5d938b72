namespace Landfall.Config.Plan;

/// <summary>A key attribute of a table or index.</summary>
/// <param name="Name">The attribute's name.</param>
/// <param name="Type">The attribute's type.</param>
public sealed record KeyPlan(string Name, KeyType Type);
