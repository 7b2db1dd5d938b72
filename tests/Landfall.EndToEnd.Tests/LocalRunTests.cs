using System.Text.Json.Nodes;

namespace Landfall.EndToEnd.Tests;

/// <summary>Services in real containers beside the local AWS, asked over HTTP.</summary>
[LongRun]
public sealed class LocalRunTests(LocalCloud cloud) : IClassFixture<LocalCloud>, IDisposable
{
    private const string File = """
        app: near
        region: us-east-1
        environments: { dev: { account: "111111111111" } }
        network: { nat: none }
        queues: { emails: {} }
        secrets: { session: { generate: 32 }, stripe: {} }
        services:
          api:
            type: web
            image: { build: ./api }
            port: 8080
            health: /
            env: { GREETING: "it's \"you\"" }
            uses: [emails, session, stripe, helper]
            release: { command: [/web, migrate] }
          helper: { type: internal, image: { build: ./helper }, port: 8080 }
        """;

    // Answers with a word of the image's, then its variables; /aws and /helper ask what AWS_ENDPOINT_URL and HELPER_URL name.
    private const string Program = """
        #include <stdio.h>
        #include <stdlib.h>
        #include <string.h>
        #include <unistd.h>
        #include <signal.h>
        #include <arpa/inet.h>
        #include <sys/socket.h>
        extern char **environ;
        static void end(int s) { _exit(0); }
        static void fetch(int to, const char *url, const char *path) {
          char host[64], buffer[4096]; int port, n; struct sockaddr_in a = {0};
          if (!url || sscanf(url, "http://%63[^:]:%d", host, &port) != 2) { dprintf(to, "no url"); return; }
          a.sin_family = AF_INET; a.sin_port = htons(port); a.sin_addr.s_addr = inet_addr(host);
          int s = socket(AF_INET, SOCK_STREAM, 0);
          if (connect(s, (void *)&a, sizeof a)) { dprintf(to, "not reached"); return; }
          dprintf(s, "GET %s HTTP/1.0\r\nHost: %s:%d\r\n\r\n", path, host, port);
          while ((n = read(s, buffer, sizeof buffer)) > 0) write(to, buffer, n);
          close(s);
        }
        int main(int count, char **words) {
          signal(SIGTERM, end);
          if (count > 1) { printf("migrated\n"); return 0; }
          int s = socket(AF_INET, SOCK_STREAM, 0), one = 1; struct sockaddr_in a = {0};
          setsockopt(s, SOL_SOCKET, SO_REUSEADDR, &one, sizeof one);
          a.sin_family = AF_INET; a.sin_port = htons(8080);
          if (bind(s, (void *)&a, sizeof a) || listen(s, 9)) return 1;
          printf("listening\n"); fflush(stdout);
          for (;;) {
            char request[4096] = {0}, word[64] = {0}; int f = accept(s, 0, 0);
            read(f, request, sizeof request - 1);
            dprintf(f, "HTTP/1.0 200 OK\r\nContent-Type: text/plain\r\n\r\n");
            if (!strncmp(request, "GET /aws", 8)) fetch(f, getenv("AWS_ENDPOINT_URL"), "/landfall/recorded");
            else if (!strncmp(request, "GET /helper", 11)) fetch(f, getenv("HELPER_URL"), "/");
            else {
              FILE *w = fopen("/word", "r"); fgets(word, sizeof word, w); fclose(w);
              dprintf(f, "%s", word);
              for (char **v = environ; *v; v++) dprintf(f, "%s\n", *v);
            }
            close(f);
          }
        }
        """;

    private readonly string _work = Directory.CreateTempSubdirectory("landfall-podman-").FullName;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public void Dispose() => Directory.Delete(_work, recursive: true);

    [Fact]
    public async Task Run_ServicesWithAHelper_AnswerAreReplacedAndLeaveNothing()
    {
        await NeedContainersAsync();
        var folder = cloud.Project(File);
        foreach (var service in new[] { "api", "helper" })
            await ImageAsync(folder, service, $"first {service}");

        var plan = await LandfallAsync("local", "run", folder, "--dry-run", "--json");
        Assert.Equal(["helper", "api"], JsonNode.Parse(plan.Succeeded().Output)!["containers"]!.AsArray().Select(one => (string)one!["name"]!));

        var refused = await LandfallAsync("local", "run", folder);
        Assert.Equal(1, refused.ExitCode);
        Assert.Contains("LF5493", refused.Error, StringComparison.Ordinal);
        Assert.Contains("api: STRIPE   landfall secret set --local --env dev --name stripe", refused.Error, StringComparison.Ordinal);
        Assert.Equal("*\n", await System.IO.File.ReadAllTextAsync(Path.Combine(folder, ".landfall", ".gitignore"), Stop));
        await System.IO.File.WriteAllTextAsync(Path.Combine(folder, ".landfall", "dev", "local.env"), "STRIPE=sk_mine\n", Stop);

        using var run = RunningProgram.Start("dotnet", [Repository.Cli, "local", "run", folder, "--json"], Variables());
        await run.WaitForOutputAsync("\"ready\":{\"name\":\"api\"");
        var names = (await PodmanAsync("ps", "--format", "{{.Names}} {{.Ports}}")).Output.Split('\n').Where(line => line.StartsWith("landfall-near-dev-", StringComparison.Ordinal)).ToList();
        Assert.Equal(2, names.Count);
        Assert.All(names, line => Assert.Contains(" 127.0.0.1:", line, StringComparison.Ordinal));
        var address = $"http://{names.Single(line => line.Contains("-api ", StringComparison.Ordinal)).Split(' ')[1].Split("->")[0]}";

        var answer = await GetAsync(address);
        Assert.StartsWith("first api\n", answer, StringComparison.Ordinal);
        Assert.Contains("GREETING=it's \"you\"\n", answer, StringComparison.Ordinal);
        Assert.Contains("STRIPE=sk_mine\n", answer, StringComparison.Ordinal);
        Assert.Matches("(?m)^SESSION=[A-Za-z0-9]{32}$", answer);
        Assert.Matches("(?m)^EMAILS_QUEUE_URL=http://[^/]+/123456789012/near-dev-emails$", answer);
        Assert.Contains("first helper", await GetAsync($"{address}/helper"), StringComparison.Ordinal);
        Assert.Contains("200 OK", await GetAsync($"{address}/aws"), StringComparison.Ordinal);

        var definition = (await cloud.AwsAsync("ecs", "describe-task-definition", "--task-definition", "near-dev-api"))["taskDefinition"]!;
        var container = definition["containerDefinitions"]!.AsArray().Single(one => (string)one!["name"]! == "api")!;
        var defined = container["environment"]!.AsArray().Concat(container["secrets"]!.AsArray()).Select(one => (string)one!["name"]!);
        string[] besides = ["AWS_REGION", "AWS_DEFAULT_REGION", "AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY", "AWS_ENDPOINT_URL", "PATH", "HOME", "HOSTNAME", "TERM", "container"];
        Assert.Equal(defined.Order(StringComparer.Ordinal), answer.Split('\n').Skip(1).Where(line => line.Contains('=', StringComparison.Ordinal)).Select(line => line.Split('=')[0]).Except(besides).Order(StringComparer.Ordinal));

        await System.IO.File.WriteAllTextAsync(Path.Combine(folder, "api", "word"), "second api\n", Stop);
        await run.WaitForOutputAsync("\"name\":\"api\",\"address\":\"" + address + "/\",\"again\":true");
        Assert.StartsWith("second api\n", await GetAsync(address), StringComparison.Ordinal);

        await run.SignalAsync("INT");
        var end = await run.EndAsync();
        Assert.Equal(130, end.ExitCode);
        Assert.Contains("\"container\":\"release\"", end.Output, StringComparison.Ordinal);
        Assert.Contains("migrated", end.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("sk_mine", end.Output + end.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("landfall-near-dev-", (await PodmanAsync("ps", "--all", "--format", "{{.Names}}")).Output, StringComparison.Ordinal);
        Assert.DoesNotContain("landfall-near-dev-", (await PodmanAsync("network", "ls", "--format", "{{.Name}}")).Output, StringComparison.Ordinal);
        foreach (var image in (await PodmanAsync("images", "--format", "{{.Repository}}:{{.Tag}}")).Output.Split('\n').Where(name => name.StartsWith("localhost/near/", StringComparison.Ordinal)))
            await PodmanAsync("image", "rm", image);
    }

    [Fact]
    public async Task Run_NoEngine_SaysWhatToInstall()
    {
        var folder = cloud.Project(File);
        foreach (var service in new[] { "api", "helper" })
        {
            Directory.CreateDirectory(Path.Combine(folder, service));
            await System.IO.File.WriteAllTextAsync(Path.Combine(folder, service, "Dockerfile"), "FROM scratch\n", Stop);
        }

        var variables = new Dictionary<string, string?>(Variables()) { ["LANDFALL_CONTAINER_ENGINE"] = "buildah" };
        var refused = await ProgramRun.RunAsync("dotnet", [Repository.Cli, "local", "run", folder], variables);

        Assert.Equal(1, refused.ExitCode);
        Assert.Contains("LF5491", refused.Error, StringComparison.Ordinal);
    }

    private static async Task<string> GetAsync(string address)
    {
        using var http = new HttpClient();
        return await http.GetStringAsync(new Uri(address), Stop);
    }

    private async Task ImageAsync(string folder, string service, string word)
    {
        var context = Directory.CreateDirectory(Path.Combine(folder, service)).FullName;
        System.IO.File.Copy(Path.Combine(_work, "web"), Path.Combine(context, "web"));
        await System.IO.File.WriteAllTextAsync(Path.Combine(context, "word"), word + "\n", Stop);
        await System.IO.File.WriteAllTextAsync(Path.Combine(context, "Dockerfile"), "FROM scratch\nCOPY web word /\nUSER 1000\nCMD [\"/web\"]\n", Stop);
    }

    /// <summary>Containers need more than a program on PATH: rights, and a kernel that lets them.</summary>
    private async Task NeedContainersAsync()
    {
        foreach (var (tool, package) in new[] { ("podman", "podman"), ("runc", "runc"), ("gcc", "gcc") })
            RequiredTool.OrSkip(tool, $"apt-get install {package}");
        await System.IO.File.WriteAllTextAsync(Path.Combine(_work, "containers.conf"), "[engine]\nruntime = \"runc\"\n[containers]\ndefault_ulimits = [\"nofile=1024:1024\", \"nproc=1000:1000\"]\n", Stop);
        await System.IO.File.WriteAllTextAsync(Path.Combine(_work, "web.c"), Program, Stop);
        (await ProgramRun.RunAsync("gcc", ["-static", "-w", "-o", Path.Combine(_work, "web"), Path.Combine(_work, "web.c")], new Dictionary<string, string?>())).Succeeded();
        await System.IO.File.WriteAllTextAsync(Path.Combine(_work, "Dockerfile"), "FROM scratch\nCOPY web /\n", Stop);
        await PodmanAsync("build", "--quiet", "--tag", "localhost/landfall-podman-test", _work);
        var tried = await PodmanAsync("run", "--rm", "localhost/landfall-podman-test", "/web", "try");
        await PodmanAsync("image", "rm", "localhost/landfall-podman-test");
        if (tried.ExitCode != 0)
            Assert.Skip($"podman runs no container here: {tried.Error.Trim()}");
    }

    private Task<ProgramResult> LandfallAsync(params string[] arguments) => ProgramRun.RunAsync("dotnet", [Repository.Cli, .. arguments], Variables());

    private Task<ProgramResult> PodmanAsync(params string[] arguments) => ProgramRun.RunAsync("podman", arguments, Variables());

    private Dictionary<string, string?> Variables() => new(cloud.Variables)
    {
        ["CONTAINERS_CONF"] = Path.Combine(_work, "containers.conf"),
        ["LANDFALL_CONTAINER_ENGINE"] = "podman",
    };
}
