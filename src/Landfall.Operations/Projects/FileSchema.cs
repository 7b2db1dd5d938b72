namespace Landfall.Operations.Projects;

/// <summary>The JSON Schema of the file.</summary>
/// <param name="Text">The schema, as JSON.</param>
internal sealed record FileSchema(
    string Text);
