using System.Text.RegularExpressions;

namespace Landfall.Operations.Init.Stacks;

/// <summary>A Python project: how it is installed and what serves it.</summary>
internal sealed partial class PythonProject(string folder)
{
    private const string Newest = "3.13";
    private const string SourceFolder = "src/";
    private static readonly string[] Usual = ["main.py", "app.py", "server.py", "run.py", "src/main.py", "app/main.py"];
    private static readonly string[] NotCode = ["tests", "test", "venv", ".venv", "env", "node_modules", "migrations", "site-packages", "__pycache__"];

    /// <summary>The files that tell that a folder is one.</summary>
    public static IReadOnlyList<string> Files { get; } = ["requirements.txt", "pyproject.toml", "Pipfile"];

    /// <summary>The version that the project asks for.</summary>
    public string Version => Read(".python-version") is { Length: > 0 } text && Release().Match(text) is { Success: true } match ? match.Value : Newest;

    /// <summary>The files that tell what is installed.</summary>
    public string Manifests => Has("uv.lock") ? "pyproject.toml uv.lock"
        : IsPoetry ? Has("poetry.lock") ? "pyproject.toml poetry.lock" : "pyproject.toml"
        : Has("requirements.txt") ? "requirements.txt"
        : Has("Pipfile") ? "Pipfile*"
        : ".";

    /// <summary>The commands that install it into /venv.</summary>
    public string Install
    {
        get
        {
            var own = Has("uv.lock") ? "/venv/bin/pip install --no-cache-dir uv && UV_PROJECT_ENVIRONMENT=/venv /venv/bin/uv sync --frozen --no-dev --no-install-project --inexact"
                : IsPoetry ? "pip install --no-cache-dir poetry && VIRTUAL_ENV=/venv PATH=/venv/bin:$PATH poetry install --only main --no-root --no-interaction"
                : Has("requirements.txt") ? "/venv/bin/pip install --no-cache-dir -r requirements.txt"
                : Has("Pipfile") ? "pip install --no-cache-dir pipenv && VIRTUAL_ENV=/venv pipenv install --ignore-pipfile"
                : "/venv/bin/pip install --no-cache-dir .";
            return Server is { } server && !Names(server) ? $"{own}\nRUN /venv/bin/pip install --no-cache-dir {server}" : own;
        }
    }

    /// <summary>The command that starts it.</summary>
    public IReadOnlyList<string> Start(int port) => Framework switch
    {
        // A worker's heartbeat is a file, and the root file system is read-only: shared memory is not.
        "django" => ["gunicorn", Wsgi(), "--bind", $"0.0.0.0:{port}", "--worker-tmp-dir", "/dev/shm", .. IsBelowSource(Wsgi()) ? new[] { "--pythonpath", "src" } : []],
        "flask" => ["gunicorn", Object("Flask", "create_app()"), "--bind", $"0.0.0.0:{port}", "--worker-tmp-dir", "/dev/shm", .. IsBelowSource(Object("Flask", "")) ? new[] { "--pythonpath", "src" } : []],
        "fastapi" => ["uvicorn", Object("FastAPI", "app"), "--host", "0.0.0.0", "--port", $"{port}", .. IsBelowSource(Object("FastAPI", "")) ? new[] { "--app-dir", "src" } : []],
        _ => ["python", Entry],
    };

    /// <summary>The file that starts a service of no framework.</summary>
    public string Entry => Usual.FirstOrDefault(Has) ?? Usual[0];

    private string? Server => Framework switch { "django" or "flask" => "gunicorn", "fastapi" => "uvicorn", _ => null };

    private string? Framework => Has("manage.py") || Names("django") ? "django"
        : Names("fastapi") ? "fastapi"
        : Names("flask") ? "flask"
        : null;

    private bool IsPoetry => Has("poetry.lock") || (Read("pyproject.toml")?.Contains("[tool.poetry]", StringComparison.Ordinal) ?? false);

    private bool Names(string package) => Files.Select(Read).OfType<string>()
        .Any(text => Regex.IsMatch(text, $@"(^|[\s""'\[]){package}([\s""'=<>~!\[;,]|$)", RegexOptions.IgnoreCase | RegexOptions.Multiline));

    private string Wsgi() => Sources().FirstOrDefault(file => Path.GetFileName(file) == "wsgi.py") is { } file ? Module(file) : "config.wsgi";

    /// <summary>The module and name of what a framework's class is made into, for example <c>app.main:app</c>.</summary>
    private string Object(string type, string otherwise)
    {
        foreach (var file in Sources())
        {
            if (Regex.Match(File.ReadAllText(Path.Combine(folder, file)), $@"^(\w+)\s*(?::[^=\n]+)?=\s*(?:\w+\.)?{type}\(", RegexOptions.Multiline) is { Success: true } match)
            {
                return $"{Module(file)}:{match.Groups[1].Value}";
            }
        }

        return Sources().FirstOrDefault(file => File.ReadAllText(Path.Combine(folder, file)).Contains("def create_app(", StringComparison.Ordinal)) is { } factory
            ? $"{Module(factory)}:create_app()"
            : $"{Path.GetFileNameWithoutExtension(Entry)}:{otherwise}";
    }

    // The src layout: its packages are found from there.
    private bool IsBelowSource(string module) =>
        File.Exists(Path.Combine(folder, "src", $"{module.Split('.', ':')[0]}.py")) || Directory.Exists(Path.Combine(folder, "src", module.Split('.', ':')[0]));

    private string Module(string file)
    {
        file = file.StartsWith(SourceFolder, StringComparison.Ordinal) && !Has($"{SourceFolder}__init__.py") ? file[SourceFolder.Length..] : file;
        var module = Path.ChangeExtension(file, null).Replace('/', '.');
        return module.EndsWith(".__init__", StringComparison.Ordinal) ? module[..^".__init__".Length] : module;
    }

    /// <summary>The code's files, those nearest to the folder first.</summary>
    private IEnumerable<string> Sources() => Directory.Exists(folder)
        ? Directory.EnumerateFiles(folder, "*.py", new EnumerationOptions { RecurseSubdirectories = true, MaxRecursionDepth = 3 })
            .Select(file => Path.GetRelativePath(folder, file).Replace('\\', '/'))
            .Where(file => !file.Split('/').Any(NotCode.Contains))
            .OrderBy(file => file.Count(c => c == '/')).ThenBy(file => file, StringComparer.Ordinal)
        : [];

    private bool Has(string file) => File.Exists(Path.Combine(folder, file));

    private string? Read(string file) => Has(file) ? File.ReadAllText(Path.Combine(folder, file)) : null;

    [GeneratedRegex(@"3\.\d+")]
    private static partial Regex Release();
}
