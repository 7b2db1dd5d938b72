using Landfall.Operations.Security.Dockerfiles;
using Landfall.Operations.Security.Manifests;
using Landfall.Operations.Security.SecretsInFiles;
using Landfall.Operations.Security.Templates;
using Landfall.Operations.Security.Templates.Policies;
using Landfall.Operations.Security.Trees;

namespace Landfall.Operations.Security;

/// <summary>Asks every rule that knows a file's kind.</summary>
internal sealed class FileScan
{
    /// <summary>Finds what is not safe in a file.</summary>
    /// <param name="file">The file.</param>
    /// <param name="unread">Gets the file where it cannot be judged.</param>
    /// <returns>The findings, by line.</returns>
    public IReadOnlyList<SecurityFinding> Find(SourceFile file, ICollection<UnreadFile> unread)
    {
        var found = new List<SecurityFinding>();
        foreach (var rule in SecretRules.All)
            found.AddRange(rule.Check(file).Select(spot => rule.Finding(file.Path, spot)));
        if (Dockerfile.IsOne(file.Path))
        {
            var dockerfile = Dockerfile.Parse(file.Text);
            foreach (var rule in DockerRules.All)
                found.AddRange(rule.Check(dockerfile).Select(spot => rule.Finding(file.Path, spot)));
        }
        else if (DocumentKind.Of(file) is var kind && kind != DocumentKind.Other)
        {
            found.AddRange(InDocuments(file, kind, unread));
        }

        return
        [
            .. found.DistinctBy(finding => (finding.Rule, finding.Line, finding.Resource))
                .OrderBy(finding => finding.Line).ThenBy(finding => finding.Rule, StringComparer.Ordinal).ThenBy(finding => finding.Resource, StringComparer.Ordinal),
        ];
    }

    private static IEnumerable<SecurityFinding> InDocuments(SourceFile file, string kind, ICollection<UnreadFile> unread)
    {
        if (kind == DocumentKind.HelmTemplate)
        {
            unread.Add(new UnreadFile(file.Path, "It is a template of Helm's or another tool's. Scan what 'helm template' makes of it."));
            return [];
        }

        var (documents, problem) = ForeignTree.Read(file);
        if (problem is not null)
            unread.Add(new UnreadFile(file.Path, problem));
        return kind switch
        {
            DocumentKind.Template => documents.Select(Template.Of).SelectMany(template => OfTemplate(file, template)),
            DocumentKind.Policy => documents.Select(PolicyDocument.Of).SelectMany(template => OfTemplate(file, template)),
            _ => OfManifests(file, ManifestSet.Of(documents)),
        };
    }

    private static IEnumerable<SecurityFinding> OfTemplate(SourceFile file, Template? template) =>
        template is null ? [] : TemplateRules.All.SelectMany(rule => rule.Check(template).Select(spot => rule.Finding(file.Path, spot)));

    private static IEnumerable<SecurityFinding> OfManifests(SourceFile file, ManifestSet set) =>
        ManifestRules.All.SelectMany(rule => rule.Check(set).Select(spot => rule.Finding(file.Path, spot)));
}
