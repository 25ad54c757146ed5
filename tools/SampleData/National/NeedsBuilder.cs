using TeacherDevPlan.Domain.Common;
using TeacherDevPlan.Domain.Development;
using TeacherDevPlan.SampleData.National.Rows;

namespace TeacherDevPlan.SampleData.National;

/// <summary>Generates the survey of an office's needs for a year, in the summer before it.</summary>
internal sealed class NeedsBuilder(NationalOptions options, Catalogues catalogues, OfficeRows rows, Dice dice)
{
    private const int MostTopics = 3;
    private const double Answering = 0.7;

    /// <summary>The part of the offices that did not close the survey of the running year yet.</summary>
    private const double Open = 0.2;

    public void Build(Guid officeId, IReadOnlyList<PersonRow> people, FiscalYear year)
    {
        var (opens, closes) = (year.StartsOn.AddDays(-60), year.StartsOn.AddDays(-16));
        var ids = new SeededIds(dice, Moment(opens).UtcDateTime);
        var terms = new RoundTerms(MostTopics, opens, closes, catalogues.Topics);
        var round = NeedsRound.Open(officeId, year.Number, terms, Moment(opens)).Value;
        var roundId = ids.Next();
        foreach (var topic in round.Topics)
            rows.RoundTopics.Add(new Keyed<NeedsRoundTopic>(ids.Next(), roundId, topic));
        var answers = people.Select(person => Answer(round, person)).OfType<NeedsParticipant>().ToList();
        if (year.Number < options.CurrentYear || !dice.Chance(Open))
        {
            var day = closes.AddDays(1);
            List<Employment> employed =
            [
                .. people.Select(person => EmploymentOf(person, officeId, day)).OfType<Employment>(),
            ];
            var closed = round.Close(answers, employed, Moment(day)).Value;
            answers.AddRange(closed.Silent);
            var resultId = ids.Next();
            rows.NeedsResults.Add(new Keyed<NeedsResult>(resultId, roundId, closed.Result));
            foreach (var topic in closed.Result.Topics)
                rows.NeedsResultTopics.Add(new Keyed<NeedsResultTopic>(ids.Next(), resultId, topic));
        }

        rows.Rounds.Add(new Keyed<NeedsRound>(roundId, default, round));
        foreach (var participant in answers)
        {
            var id = ids.Next();
            rows.Participants.Add(new Keyed<NeedsParticipant>(id, roundId, participant));
            foreach (var choice in participant.Choices)
                rows.Choices.Add(new Keyed<NeedsChoice>(ids.Next(), id, choice, roundId));
        }
    }

    private NeedsParticipant? Answer(NeedsRound round, PersonRow person)
    {
        var day = round.OpensOn!.Value.AddDays(
            dice.Below(round.ClosesOn!.Value.DayNumber - round.OpensOn.Value.DayNumber)
        );
        if (!dice.Chance(Answering) || EmploymentOf(person, round.OfficeId, day) is not { } employment)
            return null;
        var wanted = new List<Guid>();
        for (var most = dice.Between(1, MostTopics); wanted.Count < most; )
        {
            // The first topics are asked for more often.
            var share = dice.Share();
            var topic = catalogues.Topics[(int)(catalogues.Topics.Count * share * share)].Id;
            if (!wanted.Contains(topic))
                wanted.Add(topic);
        }

        var participant = new NeedsParticipant(round, employment);
        return round.Answer(participant, employment, wanted, Moment(day), byOfficer: false) is { } refused
            ? throw new InvalidOperationException($"Refused: {refused}")
            : participant;
    }

    private static Employment? EmploymentOf(PersonRow person, Guid officeId, DateOnly day) =>
        person.MainOn(day) is { } held && held.OfficeId == officeId
            ? new Employment(person.Id, held.CategoryId, held.OrgUnitId, held.SchoolId)
            : null;

    private DateTimeOffset Moment(DateOnly day) => ThaiDay.StartOf(day).AddMinutes(510 + dice.Below(480));
}
