using System.Text.RegularExpressions;

namespace Landfall.Cli.Tests.Commands;

/// <summary>An AWS for this process that says who calls and refuses all else, in the words of each protocol, and a project to ask it about.</summary>
public sealed partial class RefusingAws : IDisposable
{
    private readonly HttpStub _http;
    private readonly TemporaryFolder _folder = new();
    private readonly TemporaryFolder _home = new();
    private readonly Variables _variables;

    public RefusingAws()
    {
        _http = HttpStub.Answering(Answer);
        _variables = new Variables(
        [
            ("AWS_ENDPOINT_URL", _http.Url), ("AWS_ACCESS_KEY_ID", "AKIDEXAMPLE"), ("AWS_SECRET_ACCESS_KEY", "secret"), ("AWS_EC2_METADATA_DISABLED", "true"), ("AWS_REGION", "eu-west-1"),
            ("LANDFALL_HOME", _home.Path), ("PATH", $"{_home.Path}{Path.PathSeparator}{Environment.GetEnvironmentVariable("PATH")}"),
            ("CI", null), // on a build server facts are never looked up
        ]);
        _folder.Write("landfall.yaml", """
            app: shop
            region: eu-west-1
            pipeline: { source: { connection: "arn:aws:codeconnections:eu-west-1:111111111111:connection/01234567-89ab-cdef-0123-456789abcdef", repository: acme/shop, branch: main }, stages: [dev, prod] }
            environments: { dev: { account: "111111111111" }, prod: { account: "111111111111", tables: { audit: { awsName: audit-of-old } } } }
            databases: { orders: { engine: postgresql, version: "16", instance: t4g.small } }
            tables: { audit: { partitionKey: id } }
            queues: { emails: {} }
            secrets: { stripe: {}, session: { generate: 50 } }
            services:
              api: { type: web, image: { released: true }, exec: true, port: 8080, health: /up, deploy: { strategy: blueGreen }, uses: [orders, audit, emails, stripe] }
              web: { type: web, image: nginx, port: 8080, health: /up, path: /web/* }
              monitor: { type: web, image: nginx, port: 8080, health: /up, path: /monitor/* }
              mailer: { type: worker, image: nginx, queue: emails }
              nightly: { type: job, image: nginx, schedule: "0 3 * * *" }
            """);
        _folder.Write("moved/readme.txt", "");
        _folder.Write(".config/dotnet-tools.json", """{"version":1,"isRoot":true,"tools":{"landfall":{"version":"0.1.0","commands":["landfall"]}}}""");
        _folder.Write("specs/checkout/requirements.md", """
            # Requirements: checkout

            ## R1 It answers

            THE api SHALL answer.

            `check: http api GET /up 200`
            """);

        // What opens sessions, which is never come to.
        File.WriteAllText(Path.Combine(_home.Path, "session-manager-plugin"), "");
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(Path.Combine(_home.Path, "session-manager-plugin"), UnixFileMode.UserRead | UnixFileMode.UserExecute);
    }

    /// <summary>
    /// How it refuses: <c>denied</c>, <c>expired</c>, <c>throttled</c>, <c>broken</c>; <c>silent</c> where connections break off, <c>foreign</c> where another server answers,
    /// <c>another account</c> where the credentials are of one.
    /// </summary>
    public string Fault { get; set; } = "denied";

    /// <summary>The project's folder.</summary>
    public string Project => _folder.Path;

    /// <summary>Takes the credentials out of this process, until it is disposed of.</summary>
    public IDisposable WithoutCredentials() => new Variables(
        [("AWS_ACCESS_KEY_ID", null), ("AWS_SECRET_ACCESS_KEY", null), ("AWS_SHARED_CREDENTIALS_FILE", Path.Combine(_home.Path, "none")), ("AWS_CONFIG_FILE", Path.Combine(_home.Path, "none"))]);

    public void Dispose()
    {
        _variables.Dispose();
        _http.Dispose();
        _folder.Dispose();
        _home.Dispose();
    }

    private StubAnswer Answer(StubRequest request)
    {
        if (Fault == "silent")
            return new(200, "") { BreaksOff = true };
        if (Fault == "foreign")
            return new(200, "<!DOCTYPE html><html><body><br>Sign in to the network</body></html>");
        var service = Scope().Match(request.Headers.GetValueOrDefault("Authorization") ?? "").Groups["service"].Value;
        if (service == "sts" && Fault != "expired")
            return new(200, $"<GetCallerIdentityResponse><GetCallerIdentityResult><Account>{(Fault == "another account" ? "222222222222" : "111111111111")}</Account><Arn>arn:aws:iam::111111111111:user/ada</Arn><UserId>A</UserId></GetCallerIdentityResult></GetCallerIdentityResponse>");
        var target = request.Headers.GetValueOrDefault("X-Amz-Target");
        var action = target?.Split('.')[^1] ?? (request.Form.TryGetValue("Action", out var named) ? named : "Something");
        var (code, message, status) = Fault switch
        {
            "denied" => ("AccessDenied", $"User: arn:aws:iam::111111111111:user/ada is not authorized to perform: {service}:{action} on resource: x", 403),
            "expired" => ("ExpiredToken", "The security token included in the request is expired", 403),
            "throttled" => ("Throttling", "Rate exceeded", 400),
            _ => ("InternalFailure", "Something broke", 500),
        };
        return (target, service) switch
        {
            (not null, _) => new(status == 500 ? 500 : 400, $$"""{"__type":"{{code}}Exception","message":"{{message}}"}"""),
            (_, "ec2") => new(status, $"<Response><Errors><Error><Code>{(code == "AccessDenied" ? "UnauthorizedOperation" : code)}</Code><Message>{message}</Message></Error></Errors></Response>"),
            (_, "s3") => new(status, $"<Error><Code>{code}</Code><Message>{message}</Message></Error>"),
            _ when request.Form.ContainsKey("Action") || service is "route53" or "cloudfront" => new(status, $"<ErrorResponse><Error><Code>{code}</Code><Message>{message}</Message></Error></ErrorResponse>"),
            _ => new(status, $$"""{"message":"{{message}}"}""") { Error = $"{code}Exception" },
        };
    }

    [GeneratedRegex(@"Credential=[^/]+/\d+/[^/]+/(?<service>[a-z0-9-]+)/")]
    private static partial Regex Scope();
}
