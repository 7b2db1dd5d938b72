using System.Text.RegularExpressions;
using System.Xml;
using System.Xml.Linq;

namespace Landfall.Operations.Init.Stacks;

/// <summary>A .NET project, in the folder or in one of its solution's.</summary>
internal sealed partial class DotnetProject
{
    private const string Newest = "10.0";
    private const int Depth = 3;
    private readonly string _folder;
    private readonly XElement? _project;

    public DotnetProject(string folder, string service)
    {
        _folder = folder;
        var found = Find(folder);
        File = found is null ? $"{service}.csproj" : Path.GetRelativePath(folder, found).Replace('\\', '/');
        _project = found is null ? null : Read(found);
    }

    /// <summary>The project's file, relative to the folder.</summary>
    public string File { get; }

    /// <summary>The assembly's name.</summary>
    public string Assembly => Property("AssemblyName") ?? Path.GetFileNameWithoutExtension(File);

    /// <summary>The version of .NET that it is built for.</summary>
    public string Version =>
        Framework().Match(Property("TargetFramework") ?? Property("TargetFrameworks") ?? "") is { Success: true } match ? match.Groups[1].Value : Newest;

    /// <summary>The image that it runs in: without a shell and a package manager.</summary>
    public string Runtime
    {
        get
        {
            var name = _project is null || Sdk == "Microsoft.NET.Sdk.Web" ? "aspnet" : "runtime";
            return $"mcr.microsoft.com/dotnet/{name}:{Version}-{(Major >= 8 ? "noble" : "jammy")}-chiseled";
        }
    }

    /// <summary>The user without rights of that image.</summary>
    public string User => Major >= 8 ? "$APP_UID" : "app";

    private int Major => int.Parse(Version.Split('.')[0], System.Globalization.CultureInfo.InvariantCulture);

    private string? Sdk => _project?.Attribute("Sdk")?.Value;

    /// <summary>True for a folder with a project, or with a solution of some.</summary>
    public static bool Is(string folder) => Projects(folder, 0).Any() || (Solutions(folder).Any() && Find(folder) is not null);

    private static string? Find(string folder)
    {
        if (!Directory.Exists(folder))
        {
            return null;
        }

        var all = Projects(folder, Solutions(folder).Any() ? Depth : 0).Where(file => !file.Contains("Test", StringComparison.Ordinal)).ToArray();
        return all.FirstOrDefault(file => Read(file)?.Attribute("Sdk")?.Value == "Microsoft.NET.Sdk.Web")
            ?? all.FirstOrDefault(file => Read(file)?.Attribute("Sdk")?.Value == "Microsoft.NET.Sdk.Worker")
            ?? all.FirstOrDefault(file => Read(file)?.Descendants("OutputType").Any(type => type.Value == "Exe") ?? false)
            ?? all.FirstOrDefault();
    }

    private static IEnumerable<string> Solutions(string folder) => !Directory.Exists(folder) ? [] :
        Directory.EnumerateFiles(folder).Where(file => Path.GetExtension(file) is ".sln" or ".slnx");

    private static IEnumerable<string> Projects(string folder, int depth) => !Directory.Exists(folder) ? [] :
        Directory.EnumerateFiles(folder, "*.csproj", new EnumerationOptions { RecurseSubdirectories = true, MaxRecursionDepth = depth })
            .OrderBy(file => file, StringComparer.Ordinal);

    private static XElement? Read(string file)
    {
        try
        {
            return XElement.Load(file);
        }
        catch (XmlException)
        {
            return null;
        }
    }

    // The project's own property, or one that all projects of the folder share.
    private string? Property(string name)
    {
        var shared = Path.Combine(_folder, "Directory.Build.props");
        return (_project?.Descendants(name) ?? []).Concat(System.IO.File.Exists(shared) ? Read(shared)?.Descendants(name) ?? [] : [])
            .Select(element => element.Value.Trim()).FirstOrDefault(value => value.Length > 0 && !value.Contains("$(", StringComparison.Ordinal));
    }

    [GeneratedRegex(@"net(\d+\.\d+)")]
    private static partial Regex Framework();
}
