#!/usr/bin/perl
# Reads the files named on standard input with Text::BibTeX, the parser of biber, and writes a line of JSON for each: the
# commands in it, or null where the parser ended the program. One process for each file, for the parser keeps a state.
use strict;
use warnings;
use JSON::PP;
use POSIX ();
use Text::BibTeX qw(:metatypes);

my %kind = (BTE_REGULAR, 'entry', BTE_COMMENT, 'comment', BTE_PREAMBLE, 'preamble', BTE_MACRODEF, 'string');
my $json = JSON::PP->new->ascii->canonical;    # bytes come out as the characters of Latin-1

$| = 1;
while (my $name = <STDIN>) {
    chomp $name;
    my $pid = fork;
    if ($pid) {
        waitpid $pid, 0;
        print "null\n" if $?;
        next;
    }
    open STDERR, '>', '/dev/null';
    my $file = Text::BibTeX::File->new;
    $file->open($name, {binmode => 'bytes'}) or die;
    my @commands;
    while (my $entry = Text::BibTeX::Entry->new($file)) {
        my $kind = $kind{$entry->metatype};
        my %command = (metatype => $kind, type => $entry->type, parse_ok => $entry->parse_ok ? JSON::PP::true : JSON::PP::false);
        $command{key} = $entry->key if $kind eq 'entry';
        if ($kind eq 'entry' or $kind eq 'string') {
            $command{fields} = [map { [$_, $entry->get($_)] } $entry->fieldlist];
        } else {
            $command{value} = $entry->value;
        }
        push @commands, \%command;
    }
    print $json->encode(\@commands), "\n";
    POSIX::_exit(0);
}
