using System.Text.Json.Nodes;

namespace Landfall.Operations.Migration.Copilot.Services;

/// <summary>A static site: its files and its name.</summary>
internal static class SitePart
{
    public static void Map(CopilotManifest manifest, ManifestMap map, JsonObject service, MigrationScope scope)
    {
        if (map.Map("http") is { } http)
        {
            foreach (var alias in http.Texts("alias"))
            {
                service["host"] = scope.Resolve(alias);
                scope.Aliases.Add((scope.Resolve(alias), null));
            }

            http.Changed("alias", "host", "The name's zone and certificate come from 'domain'.");
            if (http.Text("certificate") is { } certificate)
                scope.Settings["domain"] = new JsonObject { ["cdnCertificate"] = scope.Resolve(certificate) };
            http.Exact("certificate", "domain.cdnCertificate");
        }

        var files = map.Maps("files");
        foreach (var (file, index) in files.Select((file, index) => (file, index)))
        {
            var isRoot = file.Text("destination") is null or "" or "/" or ".";
            if (index == 0 && file.Text("source") is { } source)
            {
                service["source"] = scope.Resolve(source.Length == 0 ? "." : source);
                file.Exact("source", "source");
                if (isRoot)
                    file.Exact("destination", "source");
                file.Left("destination", "A site's folder is published as it is: put the files into such a folder in it.");
            }

            file.Left("source", "A site has one folder. Copy the files into it with 'build'.");
            file.Left("destination", "A site has one folder. Copy the files into it with 'build'.");
            if (file.Flag("recursive") == true)
                file.Exact("recursive", "source");
            file.Left("recursive", "The folder is published with all that is in it.");
            file.Left("exclude", "The folder is published with all that is in it: let 'build' leave out what is not to be.");
            file.Left("reinclude", "The folder is published with all that is in it: let 'build' leave out what is not to be.");
        }

        service["source"] ??= $"./{manifest.Key}";
    }
}
