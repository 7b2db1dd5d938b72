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
    public IReadOnlyList<SecurityFinding> Find(SourceFile file, ICollection<UnreadFile> unread) => [.. Locate(file, unread).Select(one => one.Finding)];

    /// <summary>Finds what is not safe in a file, and where exactly.</summary>
    /// <param name="file">The file.</param>
    /// <param name="unread">Gets the file where it cannot be judged.</param>
    /// <returns>The findings with their places, by line.</returns>
    public IReadOnlyList<(SecurityFinding Finding, Spot Spot)> Locate(SourceFile file, ICollection<UnreadFile> unread)
    {
        var found = new List<(SecurityFinding Finding, Spot Spot)>();
        foreach (var rule in SecretRules.All)
            found.AddRange(Of(rule, rule.Check(file), file));
        if (Dockerfile.IsOne(file.Path))
        {
            var dockerfile = Dockerfile.Parse(file.Text);
            foreach (var rule in DockerRules.All)
                found.AddRange(Of(rule, rule.Check(dockerfile), file));
        }
        else if (DocumentKind.Of(file) is var kind && kind != DocumentKind.Other)
        {
            found.AddRange(InDocuments(file, kind, unread));
        }

        return
        [
            .. found.DistinctBy(one => (one.Finding.Rule, one.Finding.Line, one.Finding.Resource))
                .OrderBy(one => one.Finding.Line).ThenBy(one => one.Finding.Rule, StringComparer.Ordinal).ThenBy(one => one.Finding.Resource, StringComparer.Ordinal),
        ];
    }

    private static IEnumerable<(SecurityFinding, Spot)> Of(SecurityRule rule, IEnumerable<Spot> spots, SourceFile file) => spots.Select(spot => (rule.Finding(file.Path, spot), spot));

    private static IEnumerable<(SecurityFinding, Spot)> InDocuments(SourceFile file, string kind, ICollection<UnreadFile> unread)
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

    private static IEnumerable<(SecurityFinding, Spot)> OfTemplate(SourceFile file, Template? template) =>
        template is null ? [] : TemplateRules.All.SelectMany(rule => Of(rule, rule.Check(template), file));

    private static IEnumerable<(SecurityFinding, Spot)> OfManifests(SourceFile file, ManifestSet set) =>
        ManifestRules.All.SelectMany(rule => Of(rule, rule.Check(set), file));
}
