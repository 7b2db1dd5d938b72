using Landfall.Config.Binding;
using Landfall.Config.Loading;
using Landfall.Config.Model;

namespace Landfall.Config.Validation;

/// <summary>Checks what concerns the document as a whole: its environments and who refers to them.</summary>
internal static class DocumentValidator
{
    private static readonly string[] ReservedByParameters = ["aws", "ssm"];

    /// <summary>Reports what is wrong with the names of the application and its environments.</summary>
    public static void Validate(DocumentModel document, ProblemList problems)
    {
        if (document.App is { } app && ReservedByParameters.FirstOrDefault(word => app.StartsWith(word, StringComparison.Ordinal)) is { } reserved)
        {
            problems.Add(document.MarkOf("app"), ErrorCodes.NameReserved, $"'app' is '{app}', but Parameter Store keeps names that begin with '{reserved}' for AWS. Choose another name.");
        }

        foreach (var name in document.Environments.Keys)
        {
            NameValidator.CheckCharacters(name, document.MarkOf("environments", name), problems);
        }

        foreach (var settings in document.Knows("environments") ? document.Environments.Values.Prepend(document) : [])
        {
            foreach (var (service, model) in settings.Services)
            {
                foreach (var name in model.Environments.Keys.Where(name => !document.Environments.ContainsKey(name)))
                {
                    problems.Add(
                        model.MarkOf("environments", name),
                        ErrorCodes.UnknownServiceEnvironment,
                        $"'{service}' has settings for '{name}', but there is no such environment.{Suggestion.DidYouMean(name, document.Environments.Keys)}");
                }
            }
        }
    }
}
