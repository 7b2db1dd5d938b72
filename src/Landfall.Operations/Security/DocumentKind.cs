using System.Text.RegularExpressions;

namespace Landfall.Operations.Security;

/// <summary>What a file of YAML or JSON seems to hold, before it is read: most files are neither, and need no reading.</summary>
internal static partial class DocumentKind
{
    public const string Other = "other";
    public const string HelmTemplate = "Helm template";
    public const string Manifest = "manifest";
    public const string Policy = "policy";
    public const string Template = "template";

    private static readonly string[] Extensions = [".yaml", ".yml", ".json", ".template"];

    /// <summary>Tells what it is.</summary>
    /// <param name="file">The file.</param>
    /// <returns>One of the kinds.</returns>
    public static string Of(SourceFile file)
    {
        if (!Extensions.Contains(Path.GetExtension(file.Path).ToLowerInvariant()))
            return Other;
        if (Resources().IsMatch(file.Text) && AwsType().IsMatch(file.Text))
            return Template;
        if (Statement().IsMatch(file.Text) && Effect().IsMatch(file.Text) && !Resources().IsMatch(file.Text))
            return Policy;
        if (!ApiVersion().IsMatch(file.Text) || !Kind().IsMatch(file.Text))
            return Other;
        return Action().IsMatch(file.Text) ? HelmTemplate : Manifest;
    }

    [GeneratedRegex(@"(^|[{,\s])[""']?Resources[""']?\s*:", RegexOptions.Multiline)]
    private static partial Regex Resources();

    [GeneratedRegex(@"[""']?Type[""']?\s*:\s*[""']?(AWS|Alexa|Custom)::")]
    private static partial Regex AwsType();

    [GeneratedRegex(@"(^|[{,\s])[""']?Statement[""']?\s*:", RegexOptions.Multiline)]
    private static partial Regex Statement();

    [GeneratedRegex(@"[""']?Effect[""']?\s*:\s*[""']?(Allow|Deny)")]
    private static partial Regex Effect();

    [GeneratedRegex(@"(^|[{,\s-])[""']?apiVersion[""']?\s*:", RegexOptions.Multiline)]
    private static partial Regex ApiVersion();

    [GeneratedRegex(@"(^|[{,\s-])[""']?kind[""']?\s*:", RegexOptions.Multiline)]
    private static partial Regex Kind();

    // Text in quotes may have braces of its own, as an alert's has.
    [GeneratedRegex(@"^[^""'#\n]*\{\{-?\s*[^}\n]*\}\}", RegexOptions.Multiline)]
    private static partial Regex Action();
}
