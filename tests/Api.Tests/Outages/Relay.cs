using System.Net;
using System.Net.Sockets;
using Npgsql;

namespace TeacherDevPlan.Api.Tests;

/// <summary>Stands between the service and its database, and can fall silent like a frozen server or a firewall.</summary>
internal sealed class Relay : IAsyncDisposable
{
    private static readonly Task Never = new TaskCompletionSource().Task;

    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource end = new();
    private readonly (string Host, int Port) target;
    private readonly Task accepting;
    private List<Line> lines = [];
    private TaskCompletionSource open = new();

    /// <param name="login">A connection string of the database.</param>
    public Relay(string login)
    {
        var to = new NpgsqlConnectionStringBuilder(login);
        target = (to.Host!, to.Port);
        open.SetResult();
        listener.Start();
        accepting = AcceptAsync();
    }

    /// <summary>The same connection string, through the relay.</summary>
    public string Through(string login) =>
        new NpgsqlConnectionStringBuilder(login)
        {
            Host = "127.0.0.1",
            Port = ((IPEndPoint)listener.LocalEndpoint).Port,
        }.ConnectionString;

    /// <summary>Connections are accepted, but nothing is answered until <see cref="Thaw"/>.</summary>
    public void Freeze() => open = new TaskCompletionSource();

    public void Thaw() => open.TrySetResult();

    /// <summary>Nothing passes through the present connections any more; new ones work.</summary>
    public void LoseConnections()
    {
        foreach (var line in Interlocked.Exchange(ref lines, []))
            line.Gate = () => Never;
    }

    public async ValueTask DisposeAsync()
    {
        await end.CancelAsync();
        listener.Stop();
        await accepting;
        end.Dispose();
    }

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
            {
                var line = new Line(await listener.AcceptTcpClientAsync(end.Token)) { Gate = () => open.Task };
                lines.Add(line);
                _ = PassAsync(line);
            }
        }
        catch (Exception exception) when (exception is OperationCanceledException or SocketException) { }
    }

    private async Task PassAsync(Line line)
    {
        try
        {
            using var near = line.Near;
            using var far = new TcpClient();
            await far.ConnectAsync(target.Host, target.Port, end.Token);
            var ways = (Task[])[WayAsync(near, far, line), WayAsync(far, near, line)];
            await Task.WhenAny(ways);
        }
        catch (Exception exception) when (exception is OperationCanceledException or SocketException or IOException) { }
    }

    private async Task WayAsync(TcpClient from, TcpClient to, Line line)
    {
        var bytes = new byte[64 * 1024];
        try
        {
            while (await from.GetStream().ReadAsync(bytes, end.Token) is > 0 and var count)
            {
                await line.Gate().WaitAsync(end.Token);
                await to.GetStream().WriteAsync(bytes.AsMemory(0, count), end.Token);
            }

            await line.Gate().WaitAsync(end.Token);
        }
        catch (Exception exception)
            when (exception is OperationCanceledException or IOException or ObjectDisposedException) { }
    }

    private sealed class Line(TcpClient near)
    {
        public TcpClient Near => near;

        public required Func<Task> Gate { get; set; }
    }
}
