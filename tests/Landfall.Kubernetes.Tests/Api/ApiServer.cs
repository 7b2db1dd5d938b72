using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using k8s;
using k8s.Autorest;

namespace Landfall.Kubernetes.Tests.Api;

/// <summary>
/// A real API server on loopback with a store of its own, and no controllers: what a test writes is what there is. It needs
/// <c>etcd</c> and <c>kube-apiserver</c>, on the PATH or packed beside the repository; tests skip without them.
/// </summary>
public sealed class ApiServer : IAsyncLifetime
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory();
    private readonly List<Process> _processes = [];
    private string _address = "";

    /// <summary>Why there is none, or null.</summary>
    public string? Missing { get; private set; }

    /// <summary>Connects as one of the users: <c>admin</c>, who may do all, <c>developer</c>, whom a test gives roles, or <c>nobody</c>, who may do nothing.</summary>
    public IKubernetes Connect(string user) => new k8s.Kubernetes(new KubernetesClientConfiguration { Host = _address, AccessToken = user, SkipTlsVerify = true });

    public async ValueTask InitializeAsync()
    {
        if (Find("etcd") is not { } etcd || Find("kube-apiserver") is not { } server)
        {
            Missing = "etcd and kube-apiserver are not here: the API server of Kubernetes cannot be started.";
            return;
        }
        var (store, peer, port) = (FreePort(), FreePort(), FreePort());
        var (key, users) = (Path.Combine(_folder.FullName, "sa.key"), Path.Combine(_folder.FullName, "users.csv"));
        using (var rsa = RSA.Create(2048))
            await File.WriteAllTextAsync(key, rsa.ExportRSAPrivateKeyPem());
        await File.WriteAllTextAsync(users, "admin,admin,1,\"system:masters\"\nnobody,nobody,2\ndeveloper,developer,3\n");
        Start(etcd, "--data-dir", Path.Combine(_folder.FullName, "store"), "--listen-client-urls", $"http://127.0.0.1:{store}", "--advertise-client-urls", $"http://127.0.0.1:{store}",
            "--listen-peer-urls", $"http://127.0.0.1:{peer}", "--initial-advertise-peer-urls", $"http://127.0.0.1:{peer}", "--initial-cluster", $"default=http://127.0.0.1:{peer}");
        Start(server, $"--etcd-servers=http://127.0.0.1:{store}", "--bind-address=127.0.0.1", "--advertise-address=127.0.0.1", $"--secure-port={port}", $"--cert-dir={Path.Combine(_folder.FullName, "certs")}",
            "--service-account-issuer=https://kubernetes.default.svc", $"--service-account-signing-key-file={key}", $"--service-account-key-file={key}", "--api-audiences=api",
            $"--token-auth-file={users}", "--authorization-mode=RBAC", "--service-cluster-ip-range=10.0.0.0/24", "--disable-admission-plugins=ServiceAccount");
        _address = $"https://127.0.0.1:{port}";
        await WaitAsync();
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var process in _processes.AsEnumerable().Reverse())
        {
            process.Kill();
            await process.WaitForExitAsync();
            process.Dispose();
        }
        _folder.Delete(recursive: true);
    }

    // It answers before it has made its own roles and namespaces.
    private async Task WaitAsync()
    {
        using var client = Connect("admin");
        for (var left = TimeSpan.FromMinutes(2); left > TimeSpan.Zero; left -= TimeSpan.FromMilliseconds(200))
        {
            try
            {
                await client.CoreV1.ReadNamespaceAsync("default");
                return;
            }
            catch (Exception e) when (e is HttpRequestException or HttpOperationException)
            {
                await Task.Delay(200);
            }
        }
        throw new TimeoutException("The API server did not start within two minutes.");
    }

    private string? Find(string tool)
    {
        if ((Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Select(folder => Path.Combine(folder, tool)).FirstOrDefault(File.Exists) is { } found)
            return found;
        var packed = Path.Combine(Landfall.Tests.GoldenFile.Repository, "..", "shared", "tools", "kubernetes-1.20", $"{tool}.xz");
        if (!File.Exists(packed))
            return null;
        var program = Path.Combine(_folder.FullName, tool);
        using (var unpack = Process.Start(new ProcessStartInfo("sh") { ArgumentList = { "-c", "xz -dkc \"$1\" > \"$2\"", "sh", packed, program } })!)
            unpack.WaitForExit();
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(program, UnixFileMode.UserRead | UnixFileMode.UserExecute);
        return program;
    }

    private void Start(string program, params string[] arguments)
    {
        var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardError = true, RedirectStandardOutput = true })!;
        process.OutputDataReceived += (_, _) => { };
        process.ErrorDataReceived += (_, _) => { };
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        _processes.Add(process);
    }

    private static int FreePort()
    {
        using var socket = new TcpListener(IPAddress.Loopback, 0);
        socket.Start();
        return ((IPEndPoint)socket.LocalEndpoint).Port;
    }
}
