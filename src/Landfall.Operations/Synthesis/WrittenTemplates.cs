namespace Landfall.Operations.Synthesis;

/// <summary>Where the templates of an environment are.</summary>
/// <param name="App">The application.</param>
/// <param name="Environment">The environment.</param>
/// <param name="Folder">The folder.</param>
/// <param name="Changed">False when they were current already.</param>
internal sealed record WrittenTemplates(
    string App,
    string Environment,
    string Folder,
    bool Changed);
