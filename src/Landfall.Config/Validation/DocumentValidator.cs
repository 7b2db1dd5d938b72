using Landfall.Config.Binding;
using Landfall.Config.Loading;
using Landfall.Config.Model;

namespace Landfall.Config.Validation;

/// <summary>Checks what concerns the document as a whole: its environments and who refers to them.</summary>
internal static class DocumentValidator
{
    /// <summary>Reports what is wrong with the names of environments.</summary>
    public static void Validate(DocumentModel document, ProblemList problems)
    {
        foreach (var name in document.Environments.Keys)
        {
            NameValidator.CheckCharacters(name, document.MarkOf("environments", name), problems);
        }

        foreach (var settings in document.Environments.Values.Prepend(document))
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
