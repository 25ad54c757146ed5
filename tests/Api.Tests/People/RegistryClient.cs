using System.Text.Json;
using TeacherDevPlan.Domain.Access;

namespace TeacherDevPlan.Api.Tests.People;

/// <summary>Writes to the registry as a development officer of some offices.</summary>
public sealed class RegistryClient(PlanService service, params string[] offices) : IDisposable
{
    private readonly HttpClient client = service.As(service.Token([Role.DevelopmentOfficer], offices));

    /// <summary>The office that the client writes to.</summary>
    public string Office => offices[0];

    /// <summary>Imports the sample plan as another office's.</summary>
    public static async Task AddOtherOfficeAsync(PlanService service)
    {
        var file = SampleFile.Sample();
        file["office"]!["code"] = Somebody.OtherOffice;
        (await service.ImportAsync(SampleFile.Bytes(file))).Succeeded.ShouldBeTrue();
    }

    /// <summary>Sends a mutation; gives its payload.</summary>
    public async Task<JsonElement> SendAsync(string mutation, string payload, object input, string? key = null)
    {
        var type = char.ToUpperInvariant(mutation[0]) + mutation[1..] + "Input";
        var fields = JsonSerializer.SerializeToNode(input)!.AsObject();
        fields["idempotencyKey"] = key ?? Guid.NewGuid().ToString();
        var data = await service.QueryAsync(
            $"mutation ($input: {type}!) {{ {mutation}(input: $input) {{ {payload} errors {{ __typename ... on Error {{ code message }} }} }} }}",
            new { input = fields },
            client
        );
        return data.GetProperty(mutation);
    }

    public Task<JsonElement> QueryAsync(string query) => service.QueryAsync(query, client: client);

    public async Task<string> PersonAsync(string name, string? title = null, string? staffNumber = null) =>
        IdOf(
            await SendAsync(
                "createPerson",
                "person { id }",
                new
                {
                    officeCode = offices[0],
                    title,
                    name,
                    staffNumber,
                }
            ),
            "person"
        );

    public async Task<string> NetworkAsync(string name) =>
        IdOf(await SendAsync("saveSchoolNetwork", "network { id }", new { officeCode = offices[0], name }), "network");

    public async Task<string> SchoolAsync(
        string code,
        string name,
        string? district = null,
        string? networkId = null,
        string? directorId = null
    ) =>
        IdOf(
            await SendAsync(
                "saveSchool",
                "school { id }",
                new
                {
                    officeCode = offices[0],
                    code,
                    name,
                    district,
                    networkId,
                    directorId,
                }
            ),
            "school"
        );

    /// <summary>The payload of appoint.</summary>
    public Task<JsonElement> TryAppointAsync(
        string personId,
        string from,
        string? to = null,
        string? schoolId = null,
        string? orgUnitId = null,
        bool main = true,
        string? supervisorId = null,
        string category = "TEACHER_CIVIL_SERVANT",
        string position = "ครู",
        string? academicStanding = null
    ) =>
        SendAsync(
            "appoint",
            "appointment { id }",
            new
            {
                personId,
                from,
                to,
                schoolId,
                orgUnitId,
                main,
                supervisorId,
                category,
                position,
                academicStanding,
            }
        );

    public async Task<string> AppointAsync(
        string personId,
        string from,
        string? to = null,
        string? schoolId = null,
        string? orgUnitId = null,
        bool main = true,
        string? supervisorId = null
    ) => IdOf(await TryAppointAsync(personId, from, to, schoolId, orgUnitId, main, supervisorId), "appointment");

    public Task<JsonElement> EndAsync(string appointmentId, string lastDay) =>
        SendAsync("endAppointment", "appointment { to }", new { appointmentId, lastDay });

    public Task<JsonElement> RenameAsync(string personId, string name, string nameFrom) =>
        SendAsync(
            "updatePerson",
            "person { name }",
            new
            {
                personId,
                name,
                nameFrom,
            }
        );

    /// <summary>Invites a person; gives the code.</summary>
    public async Task<string> InviteAsync(string personId)
    {
        var data = await service.QueryAsync(
            "mutation ($id: ID!) { invitePerson(input: { personId: $id }) { code errors { ... on Error { message } } } }",
            new { id = personId },
            client
        );
        return data.GetProperty("invitePerson").GetProperty("code").GetString()
            ?? throw new InvalidOperationException(data.ToString());
    }

    public void Dispose() => client.Dispose();

    private static string IdOf(JsonElement payload, string member) =>
        payload.GetProperty(member).ValueKind == JsonValueKind.Object
            ? payload.GetProperty(member).GetProperty("id").GetString()!
            : throw new InvalidOperationException(payload.ToString());
}
