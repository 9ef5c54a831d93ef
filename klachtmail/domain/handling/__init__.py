"""What happens with a mail once it is known what it is: clients, machines, people of the firm."""
