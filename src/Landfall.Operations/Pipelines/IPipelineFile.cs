using Landfall.Config.Plan;

namespace Landfall.Operations.Pipelines;

/// <summary>A pipeline in the words of a build server.</summary>
internal interface IPipelineFile
{
    /// <summary>What tells files of Landfall's from those of others.</summary>
    const string Mark = "Written by 'landfall pipeline export";

    /// <summary>The file's path in the repository.</summary>
    string Path { get; }

    /// <summary>The folder in the repository for what goes with it.</summary>
    string Folder { get; }

    /// <summary>What a person has to do at the build server, once.</summary>
    IReadOnlyList<string> Next { get; }

    /// <summary>Writes the file.</summary>
    /// <returns>Its text; the same pipeline gives the same bytes.</returns>
    string Write();

    /// <summary>Files besides, by their paths in the repository.</summary>
    IReadOnlyList<(string Path, string Text)> More { get; }

    /// <summary>Whom the roles of an environment trust.</summary>
    /// <param name="stage">The environment.</param>
    /// <returns>The subjects of the build server's tokens.</returns>
    TokenTrust Trust(PipelineStagePlan stage);
}
