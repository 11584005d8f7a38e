namespace BackOffice.Core.Ledger;

/// <summary>By which word an abandoned permit ended: a person's, or, of what was taken back, also a restore's. Stored as its outcome's reason.</summary>
public enum PersonsWord
{
    /// <summary>It was sent, nobody could find out what became of it, and a supervisor decided that it had not arrived.</summary>
    NotThere,

    /// <summary>
    /// It was to be made by a person at the partner's, or came with a backup, and was taken back: nobody here can see whether it had been made.
    /// </summary>
    TakenBack,

    /// <summary>Dealt with outside the program.</summary>
    ClosedByHand,
}

public static class PersonsWords
{
    public static string TextOf(PersonsWord word) => word switch
    {
        PersonsWord.NotThere => "not-there",
        PersonsWord.TakenBack => "taken-back",
        PersonsWord.ClosedByHand => "closed-by-hand",
    };

    /// <summary>Anything else is no word that would free money: it reads as the one that does not.</summary>
    public static PersonsWord Read(string? text) =>
        Enum.GetValues<PersonsWord>().Where(w => TextOf(w) == text).DefaultIfEmpty(PersonsWord.ClosedByHand).First();
}
