namespace Landfall.Operations.Sessions.Copying;

/// <summary>A file that was copied.</summary>
/// <param name="App">The application.</param>
/// <param name="Environment">The environment.</param>
/// <param name="Service">The service.</param>
/// <param name="Task">The task's id.</param>
/// <param name="Container">The container.</param>
/// <param name="From">The file, as it was named.</param>
/// <param name="To">Where it is now.</param>
/// <param name="Bytes">Its size.</param>
/// <param name="Sha256">What its content amounts to, in hexadecimal digits.</param>
/// <param name="HashCompared">False where the container cannot compute that, so that only the size was compared.</param>
internal sealed record CopyResult(
    string App, string Environment, string Service, string Task, string Container, string From, string To, long Bytes, string Sha256, bool HashCompared);
