namespace Landfall.Aws.CloudFormation;

/// <summary>A resource that a stack is to take over.</summary>
/// <param name="Stack">The stack's name.</param>
/// <param name="ChangeSet">The name of the change set that does it.</param>
/// <param name="Template">The stack's template as it is, with this resource in it.</param>
/// <param name="LogicalId">The resource's name in the template.</param>
/// <param name="Type">Its CloudFormation type.</param>
/// <param name="IdentifierName">The property that identifies a resource of the type, for example <c>TableName</c>.</param>
/// <param name="Identifier">That property's value.</param>
public sealed record ResourceToImport(string Stack, string ChangeSet, string Template, string LogicalId, string Type, string IdentifierName, string Identifier)
{
    /// <summary>The template's parameters, which keep their values.</summary>
    public IReadOnlyCollection<string> Parameters { get; init; } = [];

    /// <summary>The stack's tags.</summary>
    public IReadOnlyDictionary<string, string> Tags { get; init; } = new Dictionary<string, string>();
}
