namespace TeacherDevPlan.Api.Tests.People;

/// <summary>Random histories of people in two offices: names, numbers, appointments, moves, directors, supervisors.</summary>
internal sealed class RandomHistories(PlanService service, Random dice)
{
    private static readonly string[] Names = ["มานี รักเรียน", "มานี เรียนดี", "ปิติ พอใจ", "ชูใจ เลิศล้ำ"];

    /// <summary>The ids of two people with histories of their own, who have to do with each other and with a third.</summary>
    public async Task<(string One, string Other)> TwoAsync(int round)
    {
        using var own = new RegistryClient(service, PlanService.Office, Somebody.OtherOffice);
        using var other = new RegistryClient(service, Somebody.OtherOffice, PlanService.Office);
        RegistryClient Somewhere() => dice.Next(2) == 0 ? own : other;
        var apart = dice.Next(4) > 0;
        var schools = new[]
        {
            await own.SchoolAsync($"{1000000 + round}", "โรงเรียนหนึ่ง"),
            await other.SchoolAsync($"{2000000 + round}", "โรงเรียนสอง"),
        };
        string? School() => dice.Next(3) == 0 ? null : schools[dice.Next(2)];
        var third = await Somewhere().PersonAsync("ครูใหญ่ คนที่สาม");
        var people = new List<string>();
        RegistryClient? first = null;
        for (var i = 0; i < 2; i++)
        {
            var client = Somewhere();
            // Of the second, a number of its own, or the first one's, which only another office can give.
            var number = dice.Next(3) == 0 ? $"{round}-{i * dice.Next(2)}" : null;
            if (i == 1 && client == first)
                number = dice.Next(3) == 0 ? $"{round}-1" : null;
            first ??= client;
            if (i == 1 && number == $"{round}-0" && await HasAsync(client, number))
                number = null;
            var id = await client.PersonAsync(Names[dice.Next(Names.Length)], dice.Next(2) == 0 ? "นาง" : null, number);
            people.Add(id);
            for (var renamed = dice.Next(3); renamed > 0; renamed--)
                await client.RenameAsync(id, Names[dice.Next(Names.Length)], Day(2000, 25));
            // Apart, the main appointments of both do not overlap; otherwise they may.
            var from = apart ? 2001 + 10 * i : 2001;
            for (var year = from; year < from + 9; year += 1 + dice.Next(4))
            {
                var to = dice.Next(4) == 0 && year > from + 5 && (i == 1 || !apart) ? null : $"{year}-11-30";
                var supervisor = dice.Next(6) switch
                {
                    0 or 1 => third,
                    2 when i == 1 && !apart => people[0],
                    _ => null,
                };
                await client.TryAppointAsync(id, $"{year}-02-01", to, School(), supervisorId: supervisor);
            }

            if (dice.Next(2) == 0)
                await client.TryAppointAsync(id, Day(2003, 5), Day(2015, 5), School(), main: false);
            // Refused unless the office keeps the record.
            await client.TryAppointAsync(third, $"{1990 + i}-01-01", $"{1990 + i}-06-30", School(), supervisorId: id);
            foreach (var (lead, place) in new[] { (own, 0), (other, 1) })
            {
                if (dice.Next(2) == 0)
                    await LeadAsync(lead, place, round, id);
            }
        }

        return (people[0], people[1]);
    }

    /// <summary>Whether the first one, who has the number, has moved to the client's office.</summary>
    private static async Task<bool> HasAsync(RegistryClient client, string number) =>
        (
            await client.QueryAsync(
                $"{{ people(where: {{ staffNumber: {{ eq: \"{number}\" }}, office: {{ code: {{ eq: \"{client.Office}\" }} }} }}) {{ totalCount }} }}"
            )
        )
            .GetProperty("people")
            .GetProperty("totalCount")
            .GetInt32() > 0;

    private static async Task LeadAsync(RegistryClient office, int place, int round, string directorId) =>
        await office.SendAsync(
            "saveSchool",
            "school { id }",
            new
            {
                officeCode = place == 0 ? PlanService.Office : Somebody.OtherOffice,
                code = $"{(place + 1) * 1000000 + round}",
                name = "โรงเรียน",
                directorId,
            }
        );

    private string Day(int year, int years) => $"{new DateOnly(year, 1, 1).AddDays(dice.Next(years * 365)):O}";
}
