using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Landfall.Operations.Init.Stacks;

/// <summary>A Node package: how it is installed, built and started.</summary>
internal sealed partial class NodePackage(string folder)
{
    private const string Npm = "npm";

    private static readonly string[] Browser =
        ["vite", "react-scripts", "@angular/core", "@vue/cli-service", "gatsby", "astro", "@docusaurus/core"];

    private static readonly string[] Servers =
        ["express", "fastify", "koa", "next", "nuxt", "hono", "@hono/node-server", "@hapi/hapi", "@nestjs/core", "@remix-run/node", "restify", "polka"];

    private static readonly string[] Usual =
        ["server.mjs", "server.js", "index.mjs", "index.js", "app.js", "main.js", "bin/www", "src/server.js", "src/index.js", "src/app.js", "dist/index.js", "dist/server.js", "dist/main.js"];

    private readonly JsonObject _package = Read(Path.Combine(folder, "package.json"));

    /// <summary>True for what is built for browsers and has nothing that listens.</summary>
    public bool IsSite => Browser.Any(Uses) && !Servers.Any(Uses) && Script("build") is not null;

    /// <summary>Where a site's build leaves its files.</summary>
    public string SiteOutput => Uses("react-scripts") || Uses("@docusaurus/core") ? "build" : Uses("gatsby") ? "public" : "dist";

    /// <summary>True where the browser decides what an address means.</summary>
    public bool IsSinglePage => !Uses("gatsby") && !Uses("astro") && !Uses("@docusaurus/core");

    /// <summary>True for what writes beside its code while it runs.</summary>
    public bool WritesBesideCode => Uses("next");

    /// <summary>The command that builds it, or null when the sources are what runs.</summary>
    public string? Build => Script("build") is not null ? $"{Manager} run build" : IsTypeScript ? "npx tsc" : null;

    /// <summary>The files that tell what is installed.</summary>
    public string Manifests => Manager switch
    {
        "yarn" => "package.json yarn.lock .yarnrc* ./",
        "pnpm" => "package.json pnpm-lock.yaml ./",
        _ => "package*.json ./",
    };

    /// <summary>Installs everything, or what runs alone.</summary>
    public string Install(bool everything) => Manager switch
    {
        "yarn" => $"corepack enable && yarn install --frozen-lockfile{(everything ? "" : " --production")}",
        "pnpm" => $"corepack enable && pnpm install --frozen-lockfile{(everything ? "" : " --prod")}",

        // 'npm ci' wants a lock file.
        _ => $"npm {(Has("package-lock.json") ? "ci" : "install")}{(everything ? "" : " --omit=dev")}",
    };

    /// <summary>Takes out what only the build needed.</summary>
    public string Prune => Manager switch
    {
        "yarn" => "yarn install --frozen-lockfile --production --ignore-scripts",
        "pnpm" => "CI=true pnpm prune --prod",
        _ => "npm prune --omit=dev",
    };

    /// <summary>The command that starts it: without npm in between, which passes no signal on.</summary>
    public IReadOnlyList<string> Start
    {
        get
        {
            if (Uses("next"))
            {
                return ["node", "node_modules/next/dist/bin/next", "start"];
            }

            var script = Script("start");
            if (script is not null && NodeCommand().Match(script) is { Success: true } match)
            {
                return ["node", .. match.Groups[1].Value.Split(' ', StringSplitOptions.RemoveEmptyEntries)];
            }

            if (Uses("@nestjs/core") && (script is null || script.StartsWith("nest ", StringComparison.Ordinal)))
            {
                return ["node", "dist/main"];
            }

            if (script is not null && TypeScriptCommand().Match(script) is { Success: true } source && Build is not null)
            {
                return ["node", Compiled(source.Groups[1].Value)];
            }

            return script is not null ? [Npm, "start"] : ["node", Entry];
        }
    }

    /// <summary>The file that the package names as its main one, or the usual one.</summary>
    public string Entry =>
        Text(_package, "main") ?? Usual.FirstOrDefault(Has) ?? Usual[0];

    /// <summary>What <c>npm run lint</c> and its like run, or null.</summary>
    public string? Lint => Script("lint") is null ? null : $"{Manager} run lint";

    /// <summary>The command that runs the tests, with a JUnit report in <c>reports</c> where their runner can write one, or null.</summary>
    public string? Test => Script("test") switch
    {
        null => null,
        var script when script.StartsWith("node --test", StringComparison.Ordinal) => $"{script} --test-reporter=spec --test-reporter-destination=stdout --test-reporter=junit --test-reporter-destination=reports/junit.xml",
        var script when script.StartsWith("vitest", StringComparison.Ordinal) => "npx vitest run --reporter=default --reporter=junit --outputFile=reports/junit.xml",
        var script when script.StartsWith("jest", StringComparison.Ordinal) && Uses("jest-junit") => "env JEST_JUNIT_OUTPUT_DIR=reports npx jest --ci --reporters=default --reporters=jest-junit",
        _ => $"{Manager} test",
    };

    /// <summary>
    /// What the paths of the files look like that <see cref="Test"/> runs, whose names may follow it; null where it is not known: what its
    /// runner looks for by itself (Node.js, "Test runner", Running tests from the command line; Vitest, "include"; Jest, "testMatch").
    /// </summary>
    public string? TestFiles => Script("test") switch
    {
        // A script with more words may name the files itself.
        "node --test" => @".*/(test/.*|test|test-[^/]*|[^/]*[._-]test)\.[cm]?[jt]s",
        "vitest" or "vitest run" => @".*\.(test|spec)\.[cm]?[jt]sx?",
        "jest" or "jest --ci" when Uses("jest-junit") => @".*/(__tests__/.*|([^/]*[.])?(test|spec))\.[cm]?[jt]sx?",
        _ => null,
    };

    private bool IsTypeScript => Has("tsconfig.json") && (Uses("typescript") || !Has(Entry)) && Script("build") is null;

    private string Manager => Has("yarn.lock") ? "yarn" : Has("pnpm-lock.yaml") ? "pnpm" : Npm;

    private bool Uses(string dependency) =>
        _package["dependencies"]?[dependency] is not null || _package["devDependencies"]?[dependency] is not null;

    private string? Script(string name) => _package["scripts"] is JsonObject scripts ? Text(scripts, name) : null;

    private bool Has(string file) => File.Exists(Path.Combine(folder, file));

    // src/index.ts becomes dist/index.js, or whatever the compiler's settings say.
    private string Compiled(string source)
    {
        var settings = Path.Combine(folder, "tsconfig.json");
        var text = File.Exists(settings) ? File.ReadAllText(settings) : "";
        var output = OutDir().Match(text) is { Success: true } match ? match.Groups[1].Value.TrimStart('.', '/').TrimEnd('/') : "dist";
        var below = source.TrimStart('.', '/');
        below = below.StartsWith("src/", StringComparison.Ordinal) && !RootIsFolder().IsMatch(text) ? below["src/".Length..] : below;
        return $"{output}/{Path.ChangeExtension(below, ".js")}";
    }

    private static JsonObject Read(string file)
    {
        try
        {
            return File.Exists(file) && JsonNode.Parse(File.ReadAllText(file)) is JsonObject package ? package : [];
        }
        catch (JsonException)
        {
            return [];
        }
    }

    private static string? Text(JsonObject node, string key) =>
        node[key] is JsonValue value && value.TryGetValue<string>(out var text) && text.Length > 0 ? text : null;

    [GeneratedRegex(@"^(?:[A-Z_]+=\S+\s+)*node\s+([^&|;<>$`""'\\]+)$")]
    private static partial Regex NodeCommand();

    [GeneratedRegex(@"^(?:ts-node(?:-dev)?|tsx|nodemon|ts-node-esm)\s+(?:--?\S+\s+)*(\S+\.ts)$")]
    private static partial Regex TypeScriptCommand();

    [GeneratedRegex(@"""outDir""\s*:\s*""([^""]+)""")]
    private static partial Regex OutDir();

    [GeneratedRegex(@"""rootDir""\s*:\s*""\./?""")]
    private static partial Regex RootIsFolder();
}
