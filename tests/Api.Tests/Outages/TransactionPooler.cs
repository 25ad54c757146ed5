using System.Buffers.Binary;
using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Threading.Channels;
using Npgsql;

namespace TeacherDevPlan.Api.Tests;

/// <summary>
/// A connection pooler in transaction mode, as PgBouncer is: it refuses startup options, and each transaction of a client
/// can run on another connection of the server. It knows nothing of prepared statements.
/// </summary>
internal sealed class TransactionPooler : IAsyncDisposable
{
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource end = new();
    private readonly Channel<Wire> idle = Channel.CreateUnbounded<Wire>();
    private readonly (string Host, int Port) target;
    private readonly Task accepting;
    private int changes;

    /// <param name="login">A connection string of the database.</param>
    public TransactionPooler(string login)
    {
        var to = new NpgsqlConnectionStringBuilder(login);
        target = (to.Host!, to.Port);
        listener.Start();
        accepting = AcceptAsync();
    }

    /// <summary>How often a client got another connection of the server than before.</summary>
    public int Changes => changes;

    /// <summary>The same connection string, through the pooler.</summary>
    public string Through(string login) =>
        new NpgsqlConnectionStringBuilder(login)
        {
            Host = "127.0.0.1",
            Port = ((IPEndPoint)listener.LocalEndpoint).Port,
            SslMode = SslMode.Disable,
        }.ConnectionString;

    public async ValueTask DisposeAsync()
    {
        await end.CancelAsync();
        listener.Stop();
        await accepting;
        while (idle.Reader.TryRead(out var server))
            server.Dispose();
        end.Dispose();
    }

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
                _ = ServeAsync(new Wire(await listener.AcceptTcpClientAsync(end.Token), end.Token));
        }
        catch (Exception exception) when (exception is OperationCanceledException or SocketException) { }
    }

    private async Task ServeAsync(Wire client)
    {
        using (client)
        {
            try
            {
                var startup = await client.ReadUntypedAsync();
                if (Encoding.UTF8.GetString(startup).Contains("options\0", StringComparison.Ordinal))
                {
                    const string refused = "SFATAL\0C08P01\0Munsupported startup parameter: options\0\0";
                    await client.WriteAsync('E', Encoding.UTF8.GetBytes(refused));
                    return;
                }

                var server = await SignInAsync(client, startup);
                await idle.Writer.WriteAsync(server, end.Token);
                while (await TransactionAsync(client, server) is { } used)
                    server = used;
            }
            catch (Exception exception) when (exception is OperationCanceledException or IOException or SocketException)
            { }
        }
    }

    /// <summary>Every client signs in at the server; the connection then belongs to all.</summary>
    private async Task<Wire> SignInAsync(Wire client, byte[] startup)
    {
        var near = new TcpClient();
        await near.ConnectAsync(target.Host, target.Port, end.Token);
        var server = new Wire(near, end.Token);
        await server.WriteUntypedAsync(startup);
        while (true)
        {
            var (type, body) = await server.ReadAsync();
            await client.WriteAsync(type, body);
            if (type == 'Z')
                return server;
            if (type == 'E')
                throw new IOException("The server refuses the client.");
            var wantsAnswer = type == 'R' && BinaryPrimitives.ReadInt32BigEndian(body) is 3 or 5 or 10 or 11;
            if (!wantsAnswer)
                continue;
            var (given, answer) = await client.ReadAsync();
            await server.WriteAsync(given, answer);
        }
    }

    /// <summary>Passes the messages of one transaction. Returns the server's connection; null at the client's end.</summary>
    private async Task<Wire?> TransactionAsync(Wire client, Wire before)
    {
        var (type, body) = await client.ReadAsync();
        if (type == 'X')
            return null;
        var server = await idle.Reader.ReadAsync(end.Token);
        if (server != before)
            Interlocked.Increment(ref changes);
        while (true)
        {
            await server.WriteAsync(type, body);
            if (type is 'S' or 'Q' && await AnsweredAsync(client, server))
                break;
            (type, body) = await client.ReadAsync();
        }

        await idle.Writer.WriteAsync(server, end.Token);
        return server;
    }

    /// <summary>Passes the server's messages until it waits for more. Returns whether the transaction has ended.</summary>
    private static async Task<bool> AnsweredAsync(Wire client, Wire server)
    {
        while (true)
        {
            var (type, body) = await server.ReadAsync();
            await client.WriteAsync(type, body);
            if (type == 'Z')
                return body[0] == 'I';
        }
    }

    /// <summary>Messages of PostgreSQL's protocol over a connection.</summary>
    private sealed class Wire(TcpClient tcp, CancellationToken end) : IDisposable
    {
        private readonly NetworkStream stream = tcp.GetStream();

        public async Task<(char Type, byte[] Body)> ReadAsync()
        {
            var type = new byte[1];
            await stream.ReadExactlyAsync(type, end);
            return ((char)type[0], await ReadUntypedAsync());
        }

        public async Task<byte[]> ReadUntypedAsync()
        {
            var length = new byte[sizeof(int)];
            await stream.ReadExactlyAsync(length, end);
            var body = new byte[BinaryPrimitives.ReadInt32BigEndian(length) - sizeof(int)];
            await stream.ReadExactlyAsync(body, end);
            return body;
        }

        public Task WriteAsync(char type, byte[] body) => SendAsync([(byte)type], body);

        public Task WriteUntypedAsync(byte[] body) => SendAsync([], body);

        public void Dispose() => tcp.Dispose();

        private async Task SendAsync(byte[] type, byte[] body)
        {
            var length = new byte[sizeof(int)];
            BinaryPrimitives.WriteInt32BigEndian(length, body.Length + sizeof(int));
            await stream.WriteAsync((byte[])[.. type, .. length, .. body], end);
        }
    }
}
