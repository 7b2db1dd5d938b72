using System.Globalization;
using System.Net;
using System.Text;

namespace Landfall.Benchmarks;

/// <summary>
/// A CloudWatch Logs on loopback that answers at once, so that what is measured is the reader: <c>FilterLogEvents</c>, and the
/// <c>GetCallerIdentity</c> that comes before.
/// </summary>
internal abstract class LoopbackLogs : IDisposable
{
    private readonly HttpListener _listener = new();

    /// <summary>Starts it.</summary>
    /// <param name="port">A free port of loopback.</param>
    protected LoopbackLogs(int port)
    {
        Endpoint = string.Create(CultureInfo.InvariantCulture, $"http://localhost:{port}");
        _listener.Prefixes.Add(Endpoint + "/");
        _listener.Start();
        _ = AnswerAsync();
    }

    /// <summary>Where it is.</summary>
    public string Endpoint { get; }

    /// <inheritdoc />
    public void Dispose() => _listener.Close();

    /// <summary>Answers <c>FilterLogEvents</c>.</summary>
    /// <param name="request">The request, as JSON.</param>
    /// <returns>The answer, as JSON.</returns>
    protected abstract byte[] Events(string request);

    private async Task AnswerAsync()
    {
        while (_listener.IsListening)
        {
            HttpListenerContext context;
            try
            {
                context = await _listener.GetContextAsync();
            }
            catch (Exception e) when (e is HttpListenerException or ObjectDisposedException)
            {
                return; // it was closed
            }

            using var reader = new StreamReader(context.Request.InputStream);
            var request = await reader.ReadToEndAsync();
            await context.Response.OutputStream.WriteAsync(context.Request.Headers["X-Amz-Target"] is null ? Identity : Events(request));
            context.Response.Close();
        }
    }

    private static byte[] Identity => Encoding.UTF8.GetBytes("""
        <GetCallerIdentityResponse xmlns="https://sts.amazonaws.com/doc/2011-06-15/"><GetCallerIdentityResult>
        <Arn>arn:aws:iam::111111111111:user/bench</Arn><UserId>AIDA</UserId><Account>111111111111</Account>
        </GetCallerIdentityResult></GetCallerIdentityResponse>
        """);
}
