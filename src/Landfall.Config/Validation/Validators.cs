using Landfall.Config.Loading;
using Landfall.Config.Model;

namespace Landfall.Config.Validation;

/// <summary>Runs every check that goes beyond the shape of single values.</summary>
internal static class Validators
{
    private static readonly IEnvironmentValidator[] ForEachEnvironment =
    [
        new ReferenceValidator(),
    ];

    /// <summary>Checks the document and every environment.</summary>
    public static void Run(DocumentModel document, IReadOnlyList<EnvironmentSettings> environments, ProblemList problems)
    {
        if (document.Has("environments") && document.Environments.Count == 0)
        {
            problems.Add(document.MarkOf("environments"), ErrorCodes.ItemCount, "'environments' is empty. Name at least one, for example 'dev: {}'.");
        }

        foreach (var environment in environments)
        {
            foreach (var validator in ForEachEnvironment)
            {
                validator.Validate(environment, problems);
            }
        }
    }
}
